#include "random-words.h"

static const char *const latin[] = {
  "Union",      "of",          "Northern", "Federal",    "and",       "Institute",      "for",
  "Statistics", "Republic",    "San",      "Technology", "Energy",    "Administration", "the",
  "Islands",    "Development", "X",        "Bank",       "Household", "Manufacturing",
};
static const char *const vietnamese[] = { "Trung",  "Quốc", "công", "nghiệp", "chế", "biến", "và",
                                          "thương", "mại",  "điện", "tử",     "của", "vùng", "đồng",
                                          "bằng",   "sông", "Hồng", "người",  "Mỹ",  "thứ" };
static const char *const cyrillic[] = { "Российская", "Федерация", "и",
                                        "Казахстан",  "область",   "промышленность" };
static const char *const arabic[] = { "المملكة", "العربية", "السعودية", "مصر", "و", "الصناعة" };
static const char *const hebrew[] = { "ישראל", "תעשייה", "משרד", "האוצר", "של" };
static const char *const chinese[] = { "中华人民共和国", "工业",   "日本",
                                       "东京都",         "统计局", "人工智能" };
static const char *const thai[] = { "สำนักงานสถิติแห่งชาติ", "ประเทศไทย", "กรุงเทพมหานคร", "อุตสาหกรรม",
                                    "และ" };
static const char *const khmer[] = { "ព្រះរាជាណាចក្រកម្ពុជា", "ក្រសួងសេដ្ឋកិច្ច", "ឧស្សាហកម្ម", "និង" };
static const char *const lao[] = { "ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ", "ນະຄອນຫຼວງວຽງຈັນ", "ອຸດສາຫະກຳ" };
static const char *const burmese[] = { "ပြည်ထောင်စုသမ္မတမြန်မာနိုင်ငံတော်", "ရန်ကုန်တိုင်းဒေသကြီး", "စက်မှု" };
static const char *const endless[] = { "Donaudampfschifffahrtsgesellschaft", "Llanfairpwllgwyngyll",
                                       "Saint-Barthélemy", "Rindfleischetikettierung",
                                       "Speciallægepraksisplanlægningsstabiliseringsperiode" };

static const struct {
  const char *const *words;
  int n_words, most; /* in a name */
} scripts[] = {
  { latin, G_N_ELEMENTS (latin), 3 },
  { latin, G_N_ELEMENTS (latin), 9 },
  { vietnamese, G_N_ELEMENTS (vietnamese), 6 },
  { cyrillic, G_N_ELEMENTS (cyrillic), 4 },
  { arabic, G_N_ELEMENTS (arabic), 4 },
  { hebrew, G_N_ELEMENTS (hebrew), 3 },
  { chinese, G_N_ELEMENTS (chinese), 2 },
  { endless, G_N_ELEMENTS (endless), 2 },
  { thai, G_N_ELEMENTS (thai), 3 },
  { khmer, G_N_ELEMENTS (khmer), 2 },
  { lao, G_N_ELEMENTS (lao), 2 },
  { burmese, G_N_ELEMENTS (burmese), 2 },
};

static void
append_words (GString *json, GRand *rand, gsize script, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (
        json, "%s%s", i > 0 ? " " : "",
        scripts[script].words[g_rand_int_range (rand, 0, scripts[script].n_words)]);
}

void
random_words_append_name (GString *json, GRand *rand, gboolean is_anywhere)
{
  gsize script = (gsize) g_rand_int_range (rand, 0, is_anywhere ? G_N_ELEMENTS (scripts) : 8);

  append_words (json, rand, script, g_rand_int_range (rand, 1, scripts[script].most + 1));
}

void
random_words_append_text (GString *json, GRand *rand, const char *key, int most)
{
  static const gsize of_texts[] = { 0, 2, 0, 2, 0, 2, 4, 5 };
  gsize script = of_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (of_texts))];

  g_string_append_printf (json, ",\"%s\":\"", key);
  append_words (json, rand, script, g_rand_int_range (rand, 1, most + 1));
  g_string_append_c (json, '"');
}
