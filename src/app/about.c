#include "app/about.h"

#include "base/words.h"
#include "chart/words/wording.h"

/* As GtkAboutDialog takes them: an address in angle brackets is a link. */
static void
add_sources (GtkAboutDialog *about, const QmDataset *dataset)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < dataset->n_sources; i++) {
    const QmSource *source = &dataset->sources[i];
    g_autofree char *words = qm_wording_citation (&(QmCitation) { .source = source });
    const char *title = qm_text_get (source->title);

    g_ptr_array_add (sources,
                     g_strdup_printf ("%s%s%s%s%s%s", words, title != NULL ? "\n" : "",
                                      title != NULL ? title : "", source->url != NULL ? " <" : "",
                                      source->url != NULL ? source->url : "",
                                      source->url != NULL ? ">" : ""));
  }
  g_ptr_array_add (sources, NULL);
  /* Translators: followed by the sources of a dataset */
  gtk_about_dialog_add_credit_section (about, _ ("Sources of the figures"),
                                       (const char **) sources->pdata);
}

/* The icon, which is found by its name only where the program is installed; NULL where nothing can
 * draw it. */
static GdkTexture *
load_logo (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/quymo/Quymo/logo.svg",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
}

void
qm_about_show (GtkWindow *parent, const QmDataset *dataset)
{
  static const char *const libraries[] = { "GTK",   "Cairo, Pango, HarfBuzz", "ICU",
                                           "cJSON", "libpng, libarchive",     "Inter",
                                           NULL };
  g_autoptr (GdkTexture) logo = load_logo ();
  GtkAboutDialog *about = g_object_new (
      GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "modal", TRUE, "program-name", "Quymo",
      "logo", logo, "version", QM_VERSION, "comments",
      _ ("Charts of what sources claim: every mark says where its figure comes from."),
      "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© The Quymo contributors",
      /* Translators: your names, a line each; they are shown in the window about the program */
      "translator-credits", _ ("translator-credits"), NULL);

  if (dataset != NULL)
    add_sources (about, dataset);
  gtk_about_dialog_add_credit_section (about, _ ("Built with"), (const char **) libraries);
  gtk_window_present (GTK_WINDOW (about));
}
