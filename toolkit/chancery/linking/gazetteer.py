"""Nations, capitals and seats of talks, agencies and papers: they speak in documents as persons do, and are none.

"Moscow replied", "Pravda stated". Small letters, without accents and apostrophes, in single words.
"""

from __future__ import annotations

from chancery.linking.vocabulary import word_set

NATIONS = word_set("""
afghanistan africa albania algeria america andorra angola antarctica arabia argentina armenia asia australia austria
azerbaijan bahamas bahrain bangladesh barbados belgium belize belorussia benin berlin bermuda bhutan biafra bolivia
bosnia botswana brazil britain brunei bulgaria burma burundi byelorussia cambodia cameroon canada caribbean caucasus
ceylon chad chile china colombia commonwealth congo crimea croatia cuba cyprus czechoslovakia dahomey denmark dominica
ecuador egypt england eritrea estonia ethiopia eurasia europe fiji finland formosa france gabon galilee gambia georgia
germany ghana gibraltar golan greece greenland grenada guadeloupe guam guatemala guinea guyana haiti hawaii herzegovina
holland honduras hungary iceland india indochina indonesia iran iraq ireland israel italy jamaica japan java jordan
judea kampuchea kashmir kazakhstan kenya khmer korea kurdistan kuwait laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg macao macedonia madagascar malagasy malawi malaya malaysia maldives mali malta
manchuria mauritania mauritius mesopotamia mexico micronesia moldavia monaco mongolia montenegro morocco mozambique
namibia nepal netherlands nicaragua niger nigeria norway okinawa oman ottoman pakistan palestine panama papua paraguay
peru philippines poland portugal prussia puerto rhodesia rumania romania roumania russia rwanda saar sahara salvador
samaria samoa sarawak sardinia scotland senegal serbia siam siberia sicily sikkim sinai singapore slovakia slovenia
somalia spain sudan suez sumatra surinam sweden switzerland syria taiwan tanganyika tanzania tasmania thailand tibet
togo tonga transjordan trieste trinidad tunisia turkey uganda ukraine uruguay vatican venezuela vietnam viet wales
yemen yugoslavia zaire zambia zanzibar zimbabwe ussr
""")

TOWNS = word_set("""
accra addis aden algiers amman amsterdam ankara antwerp athens baghdad baku bangkok barcelona beijing beirut belgrade
berlin bern berne bogota bombay bonn boston brasilia brussels bucharest budapest cairo calcutta canberra caracas
casablanca chicago cologne colombo copenhagen dacca dakar damascus delhi detroit dhahran djakarta dublin dumbarton
frankfurt gaza geneva guantanamo hague hamburg hanoi havana helsinki hollywood hue islamabad istanbul jakarta
jerusalem jidda jiddah johannesburg kabul karachi kathmandu khartoum kiev kinshasa kremlin kuala lagos lahore
leningrad leopoldville lima lisbon london lusaka luxembourg madras madrid manila marseilles mecca miami milan minsk
montevideo moscow munich nairobi naples nicosia osaka oslo ottawa palermo panmunjom paris peiping peking petrograd
phnom portland potsdam prague pretoria quito rabat rangoon rawalpindi reykjavik riga rio riyadh rome saigon salisbury
santiago santo seoul shanghai sofia stalingrad stockholm strasbourg sverdlovsk sydney taipei tallinn tashkent tbilisi
teheran tehran tokyo toronto tripoli tunis ulan vancouver venice versailles vienna vientiane vladivostok warsaw
washington wellington yalta yenan zurich
""")

SPEAKERS = word_set("""
afl allies amembassy arab arabs assembly associated bbc bloc brits bundesbank bundestag chancery chinese cincpac
comecon comintern commission committee communists confederation congress consulate consulates council delegation
department dept deptel dod embassy embtel eximbank federation fonoff foreignoff gatt gosplan government guat guats
israelis izvestia izvestiya jcs knesset kuomintang lao majlis ministry mission nato neutralists newsweek novosti oas
opec parliament party pathet pentagon politburo pravda presidium reuters russians secretariat senate soviets sovs
supreme tass telegram tudeh unesco usia usis usun vatican vietcong viets wafd westerners whitehall yankees zionists
""")

ADJECTIVES = word_set("""
afghan albanian algerian american arab argentine asian australian austrian belgian bolivian brazilian british
bulgarian burmese cambodian canadian chilean chinese colombian communist congolese costa cuban cypriot czech danish
dutch egyptian english ethiopian european finnish french german ghanaian greek guatemalan guinean haitian hungarian
icelandic indian indonesian iranian iraqi irish israeli italian japanese jewish jordanian korean kurdish kuwaiti
laotian latin lebanese liberian libyan malayan mexican mongolian moroccan moslem muslim nepalese nicaraguan nigerian
norwegian pakistani palestinian panamanian peruvian philippine polish portuguese rhodesian rumanian russian saudi
scottish socialist soviet spanish sudanese swedish swiss syrian thai tunisian turkish ukrainian venezuelan vietnamese
western yemeni yugoslav zionist directorate messers
""")

NO_PERSONS = NATIONS | TOWNS | SPEAKERS | ADJECTIVES
