#include "dataset/signals.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace bnlint::dataset {
namespace {

double Get(const std::string& text, Signal signal) { return Measure(text)[signal]; }

TEST(Signals, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const SignalInfo& info : SignalTable()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_FALSE(info.formula.empty() || info.source.empty() || info.unit.empty()) << info.name;
    EXPECT_EQ(FindSignal(info.name), info.signal);
  }
  EXPECT_FALSE(FindSignal("no_such"));
}

TEST(Signals, OfNothingAreZero) {
  const Signals signals = Measure("");
  for (const SignalInfo& info : SignalTable()) {
    EXPECT_EQ(signals.Has(info.signal), info.needs == Needs::kText) << info.name;
    if (!signals.Has(info.signal)) continue;
    EXPECT_EQ(signals[info.signal], 0) << info.name;
  }
}

TEST(Signals, CountWordsWithTheirMarks) {
  // নদী, র‍্যাব, ২০১১সালে, ৩.৫, ক'রে: five words; the danda is a mark.
  const Signals signals =
      Measure("নদী র‍্যাব ২০১১সালে ৩.৫ ক'রে।");
  EXPECT_EQ(signals[Signal::kWords], 5);
  EXPECT_EQ(signals[Signal::kUnits], 6);
  EXPECT_DOUBLE_EQ(signals[Signal::kMeanWordLength], (3 + 6 + 8 + 3 + 4) / 5.0);
  // ন দী, র‍্যা ব, সা লে, ক রে
  EXPECT_DOUBLE_EQ(signals[Signal::kMeanWordAksharas], 2);
  EXPECT_DOUBLE_EQ(signals[Signal::kAlphaRatio], 4 / 6.0);
  EXPECT_DOUBLE_EQ(signals[Signal::kAlphaWordRatio], 4 / 5.0);
}

TEST(Signals, FindStopWordsInEitherForm) {
  EXPECT_EQ(Get("এটি হ\u09DF না", Signal::kStopWords), 1);
  EXPECT_EQ(Get("এটি হ\u09AF\u09BC না", Signal::kStopWords), 1);
  EXPECT_EQ(Get("তিনি এবং এবং ও", Signal::kStopWords), 3);
}

TEST(Signals, SeeTheDandaBeforeAQuotationMark) {
  EXPECT_EQ(Get("তিনি বললেন, “চলো।”", Signal::kTerminalLineRatio), 1);
  EXPECT_EQ(Get("তিনি গেলেন। ", Signal::kTerminalLineRatio), 1);
  EXPECT_EQ(Get("তিনি গেলেন", Signal::kTerminalLineRatio), 0);
  EXPECT_DOUBLE_EQ(Get("শিরোনাম\n\nকথা শেষ।\nআরও কথা!", Signal::kTerminalLineRatio), 2 / 3.0);
}

// By hand after datatrove's find_duplicates, get_n_grams and find_all_duplicate.
TEST(Signals, MeasureRepetitionAsDatatroveDoes) {
  const std::string lines = "কখ\nগঘ\n\nকখ\nকখ";  // of 4 lines 2 again; 4 of 12 code points
  EXPECT_DOUBLE_EQ(Get(lines, Signal::kDuplicateLineRatio), 2 / 4.0);
  EXPECT_DOUBLE_EQ(Get(lines, Signal::kDuplicateLineCharRatio), 4 / 12.0);
  EXPECT_DOUBLE_EQ(Get(lines, Signal::kCharDuplicateRatio), 4 / 8.0);
  EXPECT_DOUBLE_EQ(Get(lines, Signal::kNewlineRatio), 4 / 4.0);
  EXPECT_DOUBLE_EQ(Get("কখ\n\nগ\n\nকখ", Signal::kDuplicateParagraphRatio), 1 / 3.0);
  const std::string words = "ক খ ক খ ক গ";  // 11 code points; "ক খ" twice: 3 × 2
  EXPECT_DOUBLE_EQ(Get(words, Signal::kTop2Gram), 6 / 11.0);
  EXPECT_DOUBLE_EQ(Get(words, Signal::kTop3Gram), 10 / 11.0);  // "ক খ ক" twice
  const std::string again = "ক খ গ ঘ ঙ ক খ গ ঘ ঙ";  // 19; the second five are a 5-gram again
  EXPECT_DOUBLE_EQ(Get(again, Signal::kDuplicate5Gram), 5 / 19.0);
  EXPECT_DOUBLE_EQ(Get(again, Signal::kDuplicate6Gram), 0);
}

TEST(Signals, MeasureRepetitionAsRootsDoes) {
  // 14 words, ten 5-grams; the first five words come back: one 5-gram twice.
  EXPECT_DOUBLE_EQ(Get("ক খ গ ঘ ঙ চ ছ জ ঝ ক খ গ ঘ ঙ", Signal::kWordRepetition), 2 / 10.0);
  // 20 same characters: eleven 10-grams, one kind.
  EXPECT_DOUBLE_EQ(Get(std::string(20, 'a'), Signal::kCharacterRepetition), 1);
  EXPECT_DOUBLE_EQ(Get("abcdefghijklmnopqrst", Signal::kCharacterRepetition), 0);
}

TEST(Signals, KnowScripts) {
  const Signals signals = Measure("কলা abc कला");
  EXPECT_DOUBLE_EQ(signals[Signal::kBengaliRatio], 3 / 9.0);
  EXPECT_DOUBLE_EQ(signals[Signal::kLatinRatio], 3 / 9.0);
  EXPECT_DOUBLE_EQ(signals[Signal::kDevanagariRatio], 3 / 9.0);
  EXPECT_DOUBLE_EQ(signals[Signal::kOtherScriptRatio], 3 / 9.0);
  EXPECT_DOUBLE_EQ(Get("কলা", Signal::kMarkRatio), 1 / 3.0);
}

TEST(Signals, KnowMenusAndTheirKin) {
  const std::string article = "নদীর পাড়ে আজ সকাল থেকে মানুষের ভিড় জমেছে।";
  EXPECT_EQ(Get(article, Signal::kBoilerplateRatio), 0);
  EXPECT_GT(Get(article + "\nপ্রচ্ছদ জাতীয় খেলা বিনোদন", Signal::kBoilerplateRatio), 0.3);
  EXPECT_GT(Get(article + "\nআরও পড়ুন: শীতের পিঠা", Signal::kBoilerplateRatio), 0.2);
  EXPECT_GT(Get(article + "\nআরও পড\u09BCুন: শীতের পিঠা", Signal::kBoilerplateRatio), 0);
  // A word of a menu is a word of a sentence too.
  EXPECT_EQ(Get("জাতীয় দলের খেলা আজ।", Signal::kBoilerplateRatio), 0);
}

TEST(Signals, KnowATextThatBreaksOff) {
  EXPECT_EQ(Get("তিনি বলেন, এই সেতু চালু হলে এলাকার মানুষের", Signal::kTruncated), 1);
  EXPECT_EQ(Get("তিনি বলেন...", Signal::kTruncated), 1);
  EXPECT_EQ(Get("তিনি বলেন, এই সেতু চালু হলে সবার সুবিধা হবে।\nঢাকা", Signal::kTruncated), 0);
}

TEST(Signals, GrowLinearly) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "আ" + std::to_string(i % 977) + " ক\n";
  const Signals signals = Measure(text);
  EXPECT_EQ(signals[Signal::kWords], 40000);
  EXPECT_GT(signals[Signal::kDuplicateLineRatio], 0.9);
  EXPECT_LE(signals[Signal::kDuplicate10Gram], 1);
}

TEST(Signals, TakeBrokenBytes) {
  const Signals signals = Measure("ক\xE0\xA6 \xFF গ");
  EXPECT_EQ(signals[Signal::kCharacters], 6);
}

struct Sample {
  TextLanguage language;
  const char* text;
};

TEST(Language, IsTold) {
  const Sample samples[] = {
      {TextLanguage::kBengali,
       "আজ সকাল থেকে বৃষ্টি হচ্ছে, তাই আমরা কেউ বাইরে যাইনি। মা বলেছেন খিচুড়ি রান্না করবেন।"},
      {TextLanguage::kBengali,
       "তিনি কহিলেন, তোমরা যাহা করিয়াছ তাহা ভাল হয় নাই, ইহার ফল ভুগিতে হইবে।"},
      {TextLanguage::kAssamese,
       "আজি ৰাতিপুৱাৰ পৰা বৰষুণ দি আছে, সেয়েহে আমি বাহিৰলৈ যোৱা নাই। মায়ে খিচিৰি ৰান্ধিব।"},
      {TextLanguage::kBishnupriya,
       "এহান মোর গাঙহান। মি ইস্কুলে যাউরি, বারো হাবি মানুয়ে কাম করতারা। উহানর নাঙহান হবা অইল।"},
      {TextLanguage::kHindi,
       "आज सुबह से बारिश हो रही है, इसलिए हम बाहर नहीं गए। माँ ने कहा है कि वह खिचड़ी बनाएगी।"},
      {TextLanguage::kRomanisedBengali,
       "Ajke sokal theke brishti hocche, tai amra keu baire jaini. Ma bolechen khichuri ranna "
       "korben."},
      {TextLanguage::kRomanisedBengali,
       "vai ami kal dhaka jabo, tumi ki amar sathe jabe? thik ache, pore kotha hobe"},
      {TextLanguage::kEnglish,
       "It has been raining since the morning, so we did not go out. Mother said she would cook."},
      {TextLanguage::kOther,
       "Il pleut depuis ce matin, et nous ne sommes pas sortis. La mère est dans la cuisine."},
      {TextLanguage::kOther,
       "Aaj subah se baarish ho rahi hai, isliye hum bahar nahi gaye aur ghar mein hain."},
      {TextLanguage::kOther, "आज सकाळपासून पाऊस पडत आहे, म्हणून आम्ही बाहेर गेलो नाही आणि घरी आहोत."},
      {TextLanguage::kUnknown, "১২৩ ৪৫৬ !!!"},
  };
  for (const Sample& sample : samples) {
    EXPECT_EQ(Code(Measure(sample.text).language), Code(sample.language)) << sample.text;
  }
}

TEST(Language, ScoreFallsWithForeignText) {
  EXPECT_GT(Get("আমরা আজ বাড়ি থেকে এসেছি এবং কাল যাব।", Signal::kBengali), 0.99);
  EXPECT_LT(Get("আমরা এসেছি because the train was late and we had to wait", Signal::kBengali), 0.4);
}

}  // namespace
}  // namespace bnlint::dataset
