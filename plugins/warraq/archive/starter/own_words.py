"""
What CLDR does not say of countries and capitals, written by hand for this project.

Which zone of the time bears the name of a capital, how capitals are called that no zone is named after, by what other names Arabic papers call a
country, and which names are everyday words or other places too: they count only in an article that has one of the words beside them.
"""

from __future__ import annotations

_CODES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR
HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD
ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO
RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US
UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
"""
COUNTRIES = tuple(_CODES.split())
"""ISO 3166-1: members of the United Nations, and what else newspapers name beside them; their names are CLDR's."""

ZONES = (
    "AF Asia/Kabul, AL Europe/Tirane, AM Asia/Yerevan, AO Africa/Luanda, AT Europe/Vienna, AZ Asia/Baku, BD Asia/Dhaka, BE Europe/Brussels, "
    "BG Europe/Sofia, BY Europe/Minsk, CD Africa/Kinshasa, CG Africa/Brazzaville, CL America/Santiago, CO America/Bogota, CU America/Havana, "
    "CY Asia/Nicosia, CZ Europe/Prague, DE Europe/Berlin, DK Europe/Copenhagen, EE Europe/Tallinn, EG Africa/Cairo, ES Europe/Madrid, "
    "ET Africa/Addis_Ababa, FI Europe/Helsinki, FR Europe/Paris, GB Europe/London, GE Asia/Tbilisi, GH Africa/Accra, GR Europe/Athens, "
    "HR Europe/Zagreb, HT America/Port-au-Prince, HU Europe/Budapest, ID Asia/Jakarta, IE Europe/Dublin, IQ Asia/Baghdad, IR Asia/Tehran, "
    "IS Atlantic/Reykjavik, IT Europe/Rome, JO Asia/Amman, JP Asia/Tokyo, KE Africa/Nairobi, KG Asia/Bishkek, KH Asia/Phnom_Penh, "
    "KP Asia/Pyongyang, KR Asia/Seoul, LA Asia/Vientiane, LB Asia/Beirut, LT Europe/Vilnius, LV Europe/Riga, LY Africa/Tripoli, "
    "MD Europe/Chisinau, ML Africa/Bamako, MR Africa/Nouakchott, MY Asia/Kuala_Lumpur, NE Africa/Niamey, NI America/Managua, "
    "NL Europe/Amsterdam, NO Europe/Oslo, OM Asia/Muscat, PE America/Lima, PH Asia/Manila, PL Europe/Warsaw, PT Europe/Lisbon, "
    "PY America/Asuncion, RO Europe/Bucharest, RS Europe/Belgrade, RU Europe/Moscow, SA Asia/Riyadh, SD Africa/Khartoum, "
    "SE Europe/Stockholm, SI Europe/Ljubljana, SK Europe/Bratislava, SN Africa/Dakar, SO Africa/Mogadishu, SY Asia/Damascus, "
    "TD Africa/Ndjamena, TH Asia/Bangkok, TJ Asia/Dushanbe, TM Asia/Ashgabat, TW Asia/Taipei, UG Africa/Kampala, UY America/Montevideo, "
    "VE America/Caracas, ZM Africa/Lusaka, ZW Africa/Harare"
)
"""Countries with the zone that is named after their capital, where that has another name than the country."""

OTHER_CAPITALS = {  # English, then Arabic, Persian; without a zone, and so without coordinates
    "AE": ("Abu Dhabi", "أبوظبي|أبو ظبي", "ابوظبی"),
    "AU": ("Canberra", "كانبيرا|كانبرا", "کانبرا"),
    "BH": ("Manama", "المنامة", "منامه"),
    "BR": ("Brasilia", "برازيليا", "برازیلیا"),
    "CA": ("Ottawa", "أوتاوا", "اتاوا"),
    "CN": ("Beijing", "بكين", "پکن"),
    "IN": ("New Delhi", "نيودلهي|نيو دلهي", "دهلی نو"),
    "KZ": ("Astana", "أستانا|آستانا", "آستانه"),
    "LK": ("Colombo", "كولومبو", "کلمبو"),
    "MA": ("Rabat", "الرباط", "رباط"),
    "MM": ("Naypyidaw", "نايبيداو", "نایپیداو"),
    "NG": ("Abuja", "أبوجا", "ابوجا"),
    "NP": ("Kathmandu", "كاتماندو|كتماندو|كاتمندو", "کاتماندو"),
    "PK": ("Islamabad", "إسلام آباد|إسلام أباد", "اسلام‌آباد"),
    "QA": ("Doha", "الدوحة", "دوحه"),
    "TR": ("Ankara", "أنقرة", "آنکارا"),
    "UA": ("Kyiv", "كييف", "کی‌یف"),
    "US": ("Washington", "واشنطن", "واشنگتن"),
    "UZ": ("Tashkent", "طشقند", "تاشکند"),
    "VN": ("Hanoi", "هانوي", "هانوی"),
    "YE": ("Sanaa", "صنعاء", "صنعا"),
    "ZA": ("Pretoria", "بريتوريا", "پرتوریا"),
}

ARABIC = {  # the name that papers write first, then others
    "AE": "الإمارات|الإمارات العربية المتحدة|دولة الإمارات",
    "BA": "البوسنة والهرسك|البوسنة",
    "CD": "الكونغو الديمقراطية|جمهورية الكونغو الديمقراطية",
    "CG": "الكونغو برازافيل|جمهورية الكونغو",
    "CI": "ساحل العاج|كوت ديفوار",
    "CZ": "التشيك|جمهورية التشيك",
    "DE": "ألمانيا|جمهورية ألمانيا الاتحادية",
    "GB": "بريطانيا|المملكة المتحدة",
    "HK": "هونغ كونغ|هونج كونج",
    "ID": "إندونيسيا|اندونيسيا",
    "IR": "إيران|الجمهورية الإسلامية الإيرانية",
    "MK": "مقدونيا الشمالية|مقدونيا",
    "MM": "ميانمار|بورما",
    "MA": "المغرب|المملكة المغربية",
    "ML": "مالي|جمهورية مالي",
    "OM": "عُمان|سلطنة عمان",
    "PS": "فلسطين|الأراضي الفلسطينية",
    "RU": "روسيا|روسيا الاتحادية|الاتحاد الروسي",
    "SA": "السعودية|المملكة العربية السعودية",
    "SY": "سوريا|سورية|الجمهورية العربية السورية",
    "SZ": "إسواتيني",
    "TL": "تيمور الشرقية",
    "US": "الولايات المتحدة|الولايات المتحدة الأمريكية|الولايات المتحدة الأميركية",
    "VA": "الفاتيكان",
}
AMBIGUOUS = {  # by the code, or the English name of a capital: names, and what has to stand beside them
    "AD": ("أندورا", "إمارة أندورا|منتخب أندورا|جبال البرانس"),
    "BZ": ("بليز", "دولة بليز|بلموبان|أمريكا الوسطى|غواتيمالا"),
    "ME": (
        "الجبل الأسود",
        "جمهورية الجبل الأسود|دولة الجبل الأسود|منتخب الجبل الأسود|بودغوريتسا|صربيا|كرواتيا|البلقان",
    ),
    "BJ": ("بنين", "كوتونو|جمهورية بنين|بورتو نوفو"),
    "GE": ("جورجيا", "تبليسي|الجورجي|الجورجية|أبخازيا|أوسيتيا|القوقاز"),
    "MA": ("المغرب", "الرباط|المغربي|المغربية|مراكش|الدار البيضاء|المملكة المغربية|طنجة|محمد السادس"),
    "ML": ("مالي", "باماكو|جمهورية مالي|شمال مالي|دولة مالي|غرب أفريقيا"),
    "OM": ("عمان", "مسقط|سلطنة عمان|العماني|العمانية|السلطنة"),
    "CU": ("كوبا", "هافانا|الكوبي|الكوبية|كاسترو|الولايات المتحدة"),
    "TD": ("تشاد", "نجامينا|التشادي|التشادية|بوكو حرام|أفريقيا|إدريس ديبي"),
    "US": ("أمريكا|أميركا", "الولايات المتحدة|واشنطن|البيت الأبيض|الأمريكي|الأميركي|الأمريكية|الأميركية"),
    "Accra": ("أكرا", "غانا|الغاني|الغانية"),
    "Baku": ("باكو", "أذربيجان|الأذربيجاني|الأذربيجانية|الأذري"),
    "Amman": ("عمان|عمّان", "الأردن|الأردني|الأردنية"),
    "Lima": ("ليما", "البيرو|بيرو"),
    "Madrid": ("مدريد", "العاصمة الإسبانية|الحكومة الإسبانية|العاصمة الاسبانية"),
    "Muscat": ("مسقط", "عمان|سلطنة عمان|العماني|العمانية"),
    "Rome": ("روما", "العاصمة الإيطالية|الحكومة الإيطالية|العاصمة الايطالية"),
    "Seoul": ("سيول", "كوريا الجنوبية|الكورية الجنوبية|الكوري الجنوبي|بيونغ يانغ"),
    "Sofia": ("صوفيا", "بلغاريا|البلغاري|البلغارية"),
    "Tripoli": ("طرابلس", "ليبيا|الليبي|الليبية|بنغازي"),
    "Lisbon": ("لشبونة", "البرتغال|البرتغالية|البرتغالي"),
    "Managua": ("ماناغوا", "نيكاراغوا"),
}
NOT_BODIES = (
    *("NPT", "JCPOA", "COP", "NAFTA", "AIDS", "HIV", "MERS", "SARS", "GDP", "AI", "USA", "UK", "UAE", "KSA", "MENA"),
)
"""Of the acronyms that search knows: treaties, illnesses and countries."""
NO_BODIES = (*NOT_BODIES, "AFP", "AP", "TASS", "IRNA", "SANA", "SPA", "BBC", "CNN")
"""Those, and agencies and stations, which texts name for what they report."""
MORE_BODIES = (
    ("Washington Post", "Washington Post", "واشنطن بوست", "الواشنطن بوست"),
    ("New York Times", "New York Times", "نيويورك تايمز"),
    ("Real Madrid", "Real Madrid", "ريال مدريد"),
    ("Atletico Madrid", "Atlético Madrid", "أتلتيكو مدريد", "اتلتيكو مدريد"),
    ("AS Roma", "AS Roma", "نادي روما"),
)
"""Bodies in whose names a capital stands, as rows of `acronyms.txt`."""
CITIES_OF_BODIES = ("شنغهاي", "شانغهاي")
"""Short names of bodies that are the names of cities first."""
NO_SHORT_NAMES = (
    "إيقاد",
    "تاس",
    "سانا",
    "فارك",
    "إيتا",
    "الكاف",
    "سارك",
    "أبيك",
    "بريكس",
    "فيفا",
    "ناسا",
    "الدولة الإسلامية",
)
"""Short names that are other words, or parts of other names, too: only the long ones are taken."""
