"""What flows between the stages: plain frozen data, standard library only."""
