// cspell:disable -- names of people, places and products that do not exist
/** A culture's names; `own script=latin` where the name is not written in Latin letters. */
export interface NameTable {
  /** ISO 3166-1 alpha-2 code of the country where these people mostly work. */
  readonly country: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Approximate percentage of people. */
  readonly weight: number;
  /** Order of names in a display name; `joined` writes no space between. Default: given name first. */
  readonly order?: 'family-first' | 'joined';
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/);

/** Common given and family names of many cultures, combined by chance; any resemblance is accidental. */
export const nameTables: readonly NameTable[] = [
  {
    country: 'SE',
    language: 'sv-SE',
    weight: 20,
    given: words(
      'Åsa Örjan Märta Göran Maja Nils Elsa Björn Karin Håkan Signe Loke Ebba Bo Siv Åke Ylva Ove Freja Vidar Tuva Malte',
    ),
    family: words(
      'Lindqvist Ångström Öberg Ek Sjögren Nyström Hägg Åkerlund Wikström Dahlgren Björkman Sandström Ö Forsell Granåker Tallvik',
    ),
  },
  {
    country: 'GB',
    language: 'en-GB',
    weight: 10,
    given: words(
      'Amelia Oliver Isla Jack Siân Rhys Ella Harry Zoë Callum Ruby Tom Jo Al Megan Declan Aoife Niamh Chloë Theodore',
    ),
    family: words(
      "Ashdown Fairbrother Thistlewood O'Dowd Whitlock-Rowe Pemberly Hartsmere MacIver Quill Underhay Lee Dunnock Birdsall Van-Holt",
    ),
  },
  {
    country: 'DE',
    language: 'de-DE',
    weight: 9,
    given: words(
      'Jürgen Käthe Sören Anneliese Björn Uwe Lotte Jörg Heike Maximilian Änne Günther Ida Ruth Tim Ulf',
    ),
    family: words(
      'Müller Weiß Schröder Kühn Größer Brändle Vogelsang Jäger Öttinger Lübke Straßner Holm Raß Zöllner',
    ),
  },
  {
    country: 'FR',
    language: 'fr-FR',
    weight: 8,
    given: words(
      'Élodie François Zoé Jérôme Anaïs Loïc Hélène Gaël Maëlle Théo Noémie Luc Inès Rémy Éva Ugo',
    ),
    family: words(
      'Lefèvre Béranger Dûchesne Garçonnet Noël Prévost Châtel Rougier Vallée Mercœur Bâtonnet Gué Roy',
    ),
  },
  {
    country: 'PL',
    language: 'pl-PL',
    weight: 8,
    given: words(
      'Łukasz Małgorzata Zbigniew Żaneta Paweł Agnieszka Michał Wiesława Jędrzej Iwona Stanisław Świętosława Ewa Jan',
    ),
    family: words(
      'Wiśniewska Dąbrowski Kozłowska Źrebiec Łączyńska Piątek Mazurek Gołąb Śliwa Jabłońska Krół Wąs Żak',
    ),
  },
  {
    country: 'ES',
    language: 'es-ES',
    weight: 7,
    given: words(
      'José María Íñigo Begoña Ángel Núria Raúl Lucía Andrés Inés Joaquín Pilar Óscar Eva Ana Unai',
    ),
    family: words(
      'Muñoz Ibáñez Peña Gutiérrez Núñez Cañadas Ríos Quiñones Echeverría Sáez Güell Llorente Paz Oz',
    ),
  },
  {
    country: 'VN',
    language: 'vi-VN',
    weight: 6,
    order: 'family-first',
    given: words('Ngọc-Ánh Đức Thảo Hạnh Quỳnh Minh-Châu Tuấn Hương Phúc Bảo-Trân Dũng Hiền Khôi An Vy My'),
    family: words('Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Võ'),
  },
  {
    country: 'IN',
    language: 'hi-IN',
    weight: 8,
    given: words(
      'Aarav Priyanka आरती=Aarti Vikram विक्रम=Vikram Lakshmi Rohan Ananya सीता=Sita Ishaan Om Jai Meera Devika',
    ),
    family: words(
      'Raghunathan शर्मा=Sharma Deshpande Iyer वर्मा=Verma Mukhopadhyay Chaturvedi Rao Nair Bose Joshi Singhania',
    ),
  },
  {
    country: 'NG',
    language: 'ig-NG',
    weight: 5,
    given: words(
      'Chịdị Ngọzi Adaobi Ụzọma Ikechukwu Ọbịọma Chinyere Nnamdi Ifẹọma Emeka Amarachi Kelechi Uju Obi',
    ),
    family: words('Okonkwo Nwachukwu Ọkafọ Eze Achụnike Ọnwụbiko Nnaji Umeh Ezẹani Obiakor Udeh Igwe Ụba'),
  },
  {
    country: 'TR',
    language: 'tr-TR',
    weight: 5,
    given: words('Işıl İbrahim Gülşen Çağrı Şule Öykü Ümit Ayşegül Tuğba Doğan Cem Naz Efe Ece Ali Su'),
    family: words('Yıldırım Öztürk Şahinoğlu Çelik Güneş İpekçi Kılıç Büyükdağ Ağaoğlu Işık Uğur Er Ün'),
  },
  {
    country: 'AE',
    language: 'ar-AE',
    weight: 4,
    given: words(
      'ليلى=Layla يوسف=Yusuf Fatimah عمر=Omar Noor سلمى=Salma Khalid هدى=Huda Tariq مريم=Maryam Zayd أمل=Amal',
    ),
    family: words(
      'الحداد=Al-Haddad Al-Sayegh النجار=Al-Najjar Mansour القاسم=Al-Qasim Haddadin البنا=Al-Banna Rahal سعيد=Saeed',
    ),
  },
  {
    country: 'JP',
    language: 'ja-JP',
    weight: 5,
    order: 'joined',
    given: words(
      '陽子=Yoko 健太=Kenta 美咲=Misaki 大輔=Daisuke さくら=Sakura 翔=Sho 恵=Megumi 悠真=Yuma 茜=Akane 誠=Makoto 葵=Aoi',
    ),
    family: words(
      '佐々木=Sasaki 藤原=Fujiwara 小野=Ono 山口=Yamaguchi 渡邉=Watanabe 森=Mori 長谷川=Hasegawa 井=I 林=Hayashi 岡=Oka',
    ),
  },
  {
    country: 'CN',
    language: 'zh-CN',
    weight: 5,
    order: 'joined',
    given: words(
      '伟=Wei 娜=Na 芳=Fang 磊=Lei 静=Jing 洋=Yang 敏=Min 霞=Xia 博=Bo 丽=Li 安=An 雨桐=Yutong 子涵=Zihan',
    ),
    family: words('王=Wang 李=Li 吴=Wu 何=He 余=Yu 许=Xu 马=Ma 高=Gao 胡=Hu 朱=Zhu 林=Lin 陆=Lu'),
  },
  {
    country: 'FI',
    language: 'fi-FI',
    weight: 4,
    given: words('Päivi Jyrki Äijö Eevi Väinö Sirkka Oona Kyösti Aino Ilkka Ülle Aulis Io Ari'),
    family: words('Mäkelä Hämäläinen Järvinen Yli-Öyry Koskenoja Särkkä Räty Niemelä Ahde Sippola Yö Kuu'),
  },
];

/** Words for the names of project teams. */
export const projectWords = words(
  'Amber Basalt Cobalt Dune Ember Fjord Garnet Harbour Indigo Juniper Kestrel Lagoon Meadow Nimbus Opal Pebble Quartz Ridge Saffron Tundra',
);
