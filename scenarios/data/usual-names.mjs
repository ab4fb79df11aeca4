// Names in letters that are not the pinyin of the Chinese ones: from Mongolian, Tibetan, Uyghur and other languages, as maps and newspapers write them.

/** By the Chinese name: whole, or without the kind of unit where all units of the name are called so. */
const usual = {
  // Northeast
  哈尔滨: 'Harbin', 齐齐哈尔: 'Qiqihar', 杜尔伯特: 'Dorbod', 前郭尔罗斯: 'Qian Gorlos', 喀喇沁左翼: 'Harqin Left Wing', 萨尔图: 'Sartu', 富拉尔基: 'Fularji',
  // Inner Mongolia
  呼和浩特: 'Hohhot', 鄂尔多斯: 'Ordos', 呼伦贝尔: 'Hulunbuir', 巴彦淖尔: 'Bayannur', 乌兰察布: 'Ulanqab', 兴安盟: 'Hinggan', 锡林郭勒: 'Xilingol', 阿拉善: 'Alxa',
  土默特左旗: 'Tumed Left Banner', 土默特右旗: 'Tumed Right Banner', 托克托: 'Togtoh', 和林格尔: 'Horinger', 白云鄂博矿区: 'Bayan Obo',
  达尔罕茂明安联合旗: 'Darhan Muminggan', 阿鲁科尔沁: 'Ar Horqin', 巴林左旗: 'Bairin Left Banner', 巴林右旗: 'Bairin Right Banner', 克什克腾: 'Hexigten',
  翁牛特: 'Ongniud', 喀喇沁: 'Harqin', 科尔沁: 'Horqin', 科尔沁左翼中旗: 'Horqin Left Middle Banner', 科尔沁左翼后旗: 'Horqin Left Rear Banner', 库伦: 'Hure',
  扎鲁特: 'Jarud', 霍林郭勒: 'Holingol', 达拉特: 'Dalad', 准格尔: 'Jungar', 鄂托克前旗: 'Otog Front Banner', 鄂托克: 'Otog', 杭锦: 'Hanggin',
  杭锦后旗: 'Hanggin Rear Banner', 乌审: 'Uxin', 伊金霍洛: 'Ejin Horo', 海拉尔: 'Hailar', 阿荣: 'Arun', 莫力达瓦: 'Morin Dawa', 鄂伦春: 'Oroqen',
  鄂温克族自治旗: 'Evenk', 陈巴尔虎: 'Old Barag', 新巴尔虎左旗: 'New Barag Left Banner', 新巴尔虎右旗: 'New Barag Right Banner', 额尔古纳: 'Ergun',
  乌拉特前旗: 'Urad Front Banner', 乌拉特中旗: 'Urad Middle Banner', 乌拉特后旗: 'Urad Rear Banner', 察哈尔右翼前旗: 'Chahar Right Front Banner',
  察哈尔右翼中旗: 'Chahar Right Middle Banner', 察哈尔右翼后旗: 'Chahar Right Rear Banner', 乌兰浩特: 'Ulanhot', 阿尔山: 'Arxan',
  科尔沁右翼前旗: 'Horqin Right Front Banner', 科尔沁右翼中旗: 'Horqin Right Middle Banner', 扎赉特: 'Jalaid', 二连浩特: 'Erenhot', 锡林浩特: 'Xilinhot',
  阿巴嘎: 'Abag', 苏尼特左旗: 'Sonid Left Banner', 苏尼特右旗: 'Sonid Right Banner', 东乌珠穆沁: 'East Ujimqin', 西乌珠穆沁: 'West Ujimqin', 太仆寺: 'Taibus',
  阿拉善左旗: 'Alxa Left Banner', 阿拉善右旗: 'Alxa Right Banner', 额济纳: 'Ejin',
  // Tibet
  拉萨: 'Lhasa', 日喀则: 'Shigatse', 昌都: 'Chamdo', 林芝: 'Nyingchi', 那曲: 'Nagqu', 阿里: 'Ngari', 林周: 'Lhunzhub', 当雄: 'Damxung', 尼木: 'Nyemo',
  曲水: 'Quxu', 堆龙德庆: 'Doilungdeqen', 达孜: 'Dagze', 墨竹工卡: 'Maizhokunggar', 江达: 'Jomda', 贡觉: 'Gonjo', 类乌齐: 'Riwoqe', 丁青: 'Dengqen',
  察雅: 'Zhagyab', 八宿: 'Baxoi', 左贡: 'Zogang', 芒康: 'Markam', 洛隆: 'Lhorong', 边坝: 'Banbar', 乃东: 'Nedong', 扎囊: 'Chanang', 贡嘎: 'Gonggar', 桑日: 'Sangri',
  琼结: 'Qonggyai', 曲松: 'Qusum', 措美: 'Comai', 洛扎: 'Lhozhag', 加查: 'Gyaca', 隆子: 'Lhunze', 错那: 'Cona', 浪卡子: 'Nagarze', 南木林: 'Namling', 江孜: 'Gyantse',
  定日: 'Tingri', 萨迦: 'Sakya', 拉孜: 'Lhaze', 昂仁: 'Ngamring', 谢通门: 'Xaitongmoin', 白朗: 'Bainang', 仁布: 'Rinbung', 康马: 'Kangmar', 定结: 'Dinggye',
  吉隆: 'Gyirong', 聂拉木: 'Nyalam', 萨嘎: 'Saga', 岗巴: 'Kamba', 嘉黎: 'Lhari', 比如: 'Biru', 聂荣: 'Nyainrong', 安多: 'Amdo', 申扎: 'Xainza', 索县: 'Sog',
  班嘎: 'Baingoin', 巴青: 'Baqen', 尼玛: 'Nyima', 普兰: 'Burang', 札达: 'Zanda', 噶尔: 'Gar', 日土: 'Rutog', 革吉: 'Gegyai', 改则: 'Gerze', 措勤: 'Coqen',
  工布江达: 'Gongbogyamda', 米林: 'Mainling', 墨脱: 'Medog', 波密: 'Bome', 察隅: 'Zayu', 朗县: 'Nang',
  // Qinghai, Gansu, Sichuan, Yunnan
  果洛: 'Golog', 格尔木: 'Golmud', 玛沁: 'Maqen', 达日: 'Darlag', 久治: 'Jigzhi', 玛多: 'Madoi', 杂多: 'Zadoi', 称多: 'Chindu', 治多: 'Zhidoi', 囊谦: 'Nangqen',
  曲麻莱: 'Qumarleb', 尖扎: 'Jainca', 泽库: 'Zekog', 刚察: 'Gangca', 阿克塞: 'Aksay', 迭部: 'Tewo', 卓尼: 'Jone', 阿坝: 'Ngawa', 甘孜: 'Garze', 马尔康: 'Barkam',
  若尔盖: 'Zoige', 壤塘: 'Zamtang', 色达: 'Sertar', 德钦: 'Deqen', 香格里拉: 'Shangri-La',
  // Xinjiang
  乌鲁木齐: 'Urumqi', 克拉玛依: 'Karamay', 吐鲁番: 'Turpan', 博尔塔拉: 'Bortala', 巴音郭楞: 'Bayingolin', 阿克苏: 'Aksu', 克孜勒苏: 'Kizilsu', 喀什: 'Kashgar',
  和田: 'Hotan', 伊犁: 'Ili', 阿勒泰: 'Altay', 阿拉尔: 'Aral', 图木舒克: 'Tumxuk', 可克达拉: 'Kokdala', 沙依巴克: 'Saybag', 托克逊: 'Toksun', 巴里坤: 'Barkol',
  玛纳斯: 'Manas', 吉木萨尔: 'Jimsar', 木垒: 'Mori', 库尔勒: 'Korla', 库车: 'Kuqa', 阿瓦提: 'Awat', 柯坪: 'Kalpin', 阿图什: 'Artux', 阿克陶: 'Akto', 阿合奇: 'Akqi',
  英吉沙: 'Yengisar', 莎车: 'Yarkant', 麦盖提: 'Makit', 岳普湖: 'Yopurga', 塔什库尔干: 'Tashkurgan', 洛浦: 'Lop', 策勒: 'Qira', 奎屯: 'Kuytun', 察布查尔: 'Qapqal',
  特克斯: 'Tekes', 尼勒克: 'Nilka', 乌苏: 'Usu', 额敏: 'Emin', 托里: 'Toli', 和布克赛尔: 'Hoboksar', 布尔津: 'Burqin', 吉木乃: 'Jeminay',
}

/** Nationalities as they stand in the names of autonomous units, which English leaves out: 长阳土家族自治县 is Changyang. */
const nationality = '(?:(?:蒙古|哈萨克|塔吉克|锡伯|柯尔克孜)族?|(?:达斡尔|朝鲜|鄂温克|土家|布依|毛南|仫佬|仡佬|傈僳|纳西|拉祜|哈尼|布朗|独龙|景颇|普米|裕固|东乡|保安|撒拉|'
  + '[藏羌回满彝苗侗壮瑶畲黎水白傣佤怒土各])族)'
const nationalities = new RegExp(`(?<=..)${nationality}+(?:自治[县州旗]|区)$`)
const kinds = /(?<=..)(?:自治[县州旗]|地区|[县市区旗盟])$/

/**
 * The names of units that are called otherwise than pinyin has it, by their Chinese names.
 * @param pinyin syllables set apart, one for each character
 */
export function usualNames(namesZh, pinyin) {
  const unused = new Set(Object.keys(usual))
  const named = namesZh.map((name, n) => {
    const bare = name.replace(nationalities, '')
    const key = [name, bare.replace(kinds, '')].find(candidate => usual[candidate])
    unused.delete(key)
    return [name, key ? usual[key] : bare === name ? undefined : inOneWord(pinyin[n].split(' ').slice(0, bare.length))]
  })
  if (unused.size > 0) throw new Error(`usual names: expected units of these names, found none: ${[...unused].join(', ')}`)
  return Object.fromEntries(named.filter(([, letters]) => letters))
}

/** chang, yang → Changyang. */
const inOneWord = ([first, ...others]) =>
  first.charAt(0).toUpperCase() + first.slice(1) + others.map(syllable => (/^[aeo]/.test(syllable) ? `’${syllable}` : syllable)).join('')
