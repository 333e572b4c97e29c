#include "app/help.h"

#include "app/widgets/access.h"
#include "base/words.h"

#define WIDTH 620
#define HEIGHT 640

static GtkWindow *shown;       /* NULL while it is not */
static gboolean is_keys_alone; /* without the guide before them */

static const struct {
  const char *heading;
  const char *texts[5]; /* up to an empty place */
  gboolean has_example; /* after them */
} sections[] = {
  { N_ ("Reading a chart"),
    { N_ ("Choose a chart on the left, or type to search. Point at a mark, or go from mark to mark "
          "with the arrow keys, to see its card: whose figure it is, of when, and which source "
          "says "
          "so."),
      N_ ("A click, or Enter, keeps the card. The evidence on the right then shows what the source "
          "says and, where the figure is computed, each figure it is computed from."),
      N_ ("What is stated by a source is drawn solid, what is projected light with a dashed "
          "outline, "
          "and what is computed hatched. ≈ means about, > over and < under.") },
    FALSE },
  { N_ ("Changing what is seen"),
    { N_ ("The controls above the chart choose which figures are shown, relative to whom, in which "
          "order and of which entities. Whatever you change, Ctrl+Z undoes it, and Reset shows the "
          "chart as the dataset has it."),
      N_ ("A mark can be highlighted, or given a note of your own, which can be dragged elsewhere. "
          "Two charts can be compared side by side, and what you see can be kept as a bookmark."),
      N_ ("The same claims stand in the table, and under their sources on the third page.") },
    FALSE },
  { N_ ("Taking it along"),
    { N_ ("Export writes pictures, tables and slides, each with its sources. A picture also "
          "carries "
          "its data: open it, or drop it on the window, and the chart is back."),
      N_ ("Copy image puts the chart on the clipboard. Present shows the charts one after another "
          "on the whole screen.") },
    FALSE },
  { N_ ("From an article to a chart"),
    { N_ ("Copy an article and press Ctrl+V in the window, or begin by Ctrl+N. Its "
          "figures are underlined. Say once where the text is from; then Tab goes from "
          "figure to figure, and the form beside it shows what the words say: nothing is "
          "filled in that is not sure, and pointing at a field marks its words."),
      N_ ("Enter makes the figure a claim and goes to the next one, Delete dismisses it, "
          "1 to 5 say how exact it is, and C that you have checked the claim. What the text offers "
          "for a field is put there by a letter, again and again: O of what it is, W whose, T with "
          "whom it is compared, H when. In the field itself Down lists it."),
      N_ ("A claim cites its paragraph and quotes its words. Charts of the claims grow beside the "
          "text, in the form that fits them; Ctrl+4 goes from the text to the charts and back. "
          "What "
          "you have typed is kept as you type it, also without saving. The text itself is kept "
          "where you tick it, on this computer only: then “In the text” in the evidence of a claim "
          "leads back to its words."),
      N_ ("Web pages (HTML) and documents (ODT, DOCX, plain text, Markdown) are opened, or dropped "
          "on the window, the same way. What a page says of itself fills the source; so does a "
          "file of references in BibTeX, RIS or CSL-JSON.") },
    FALSE },
  { N_ ("From a table to a chart"),
    { N_ ("Paste cells of a spreadsheet by Ctrl+V, or open or drop a CSV or TSV file. The table "
          "is shown as it was understood: the headings say what each column is (whose, when, "
          "figures), and units, decimal signs and rows of notes are told apart."),
      N_ ("Check it before you use it. What can be read in two ways is asked, what does not fit is "
          "listed with its line, and beside the table each guess can be changed; the table and the "
          "chart follow. What is missing stays missing and is never 0."),
      N_ ("Say where the table is from: the button below makes a claim of each figure, with its "
          "row and column as its place. When the file changes, the window says so, "
          "and can read it again in the same way.") },
    FALSE },
  { N_ ("Changing a dataset"),
    { N_ ("F2 edits what has the keyboard: the claim of a mark or of a row, a source, or else the "
          "chart in front, its words, its forms, its topic. Claims, and the names, measures and "
          "sources that they speak of, are also edited by “Edit” in the evidence and in the menu "
          "of "
          "a row. What is wrong is said at its field."),
      N_ ("In the chart a double click on a mark edits its figure, and one on a name or on the "
          "chart’s words edits these. Figures computed from it are computed again."),
      N_ ("Nothing of it is in the file until you save it by Ctrl+S, and Ctrl+Z takes it back, "
          "also afterwards. The built-in dataset is saved as a file of your own."),
      N_ ("What is not saved is kept nevertheless: should the program end before, it offers to "
          "restore it the next time.") },
    FALSE },
  { N_ ("Your own dataset"),
    { N_ ("A dataset is one JSON file. It lists sources, entities (whose figures they are), "
          "measures "
          "(what is measured, in which unit), claims and charts, each with an id by which the "
          "others "
          "name it."),
      N_ ("A claim has a measure, an entity, a time and a value, and cites the source that states "
          "it. Instead of a value it can say how it follows from other claims: then it is "
          "computed. "
          "A claim that cites nothing is refused."),
      N_ ("A text is a string, or an object with one text for each language: {\"en\": \"…\", "
          "\"vi\": \"…\"}. A chart has panels, and each of these the form in which it draws its "
          "claims: “quymo forms” lists them, and without one it has the form that fits them best."),
      N_ ("Open the file with Ctrl+O, or drop it on the window. As often as you save it, the "
          "window "
          "follows; what is wrong with it is listed with its lines. This is a whole dataset:") },
    TRUE },
};

/* --- Parts --- */

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_example (GtkBox *box)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (QM_HELP_EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GtkWidget *label = add_label (box, g_bytes_get_data (bytes, NULL), "example");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
}

static void
add_sections (GtkBox *box)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++) {
    add_label (box, _ (sections[i].heading), "heading");
    for (const char *const *text = sections[i].texts; *text != NULL; text++)
      add_label (box, _ (*text), "text");
    if (sections[i].has_example)
      add_example (box);
  }
}

/* --- Keys --- */

static void
add_shortcut (GtkBox *box, GObject *shortcut)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = NULL, *keys = NULL, *gesture = NULL;

  g_object_get (shortcut, "title", &title, "accelerator", &keys, "subtitle", &gesture, NULL);
  gtk_widget_set_hexpand (add_label (GTK_BOX (row), title, "text"), TRUE);
  if (keys != NULL)
    gtk_box_append (GTK_BOX (row),
                    g_object_new (GTK_TYPE_SHORTCUT_LABEL, "accelerator", keys, "halign",
                                  GTK_ALIGN_END, "valign", GTK_ALIGN_CENTER, NULL));
  else
    add_label (GTK_BOX (row), gesture, "text");
  gtk_box_append (box, row);
}

/* Those of the window of shortcuts, as its groups have them: it has all of them twice, for its
 * search. */
static void
add_shortcuts (GtkBox *box, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_GROUP (widget)) {
    g_autofree char *title = NULL;

    g_object_get (widget, "title", &title, NULL);
    add_label (box, title, "subheading");
  } else if (GTK_IS_SHORTCUTS_SHORTCUT (widget)) {
    if (gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_GROUP) != NULL)
      add_shortcut (box, G_OBJECT (widget));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_shortcuts (box, child);
}

static GtkWindow *
make_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/quymo/Quymo/shortcuts.ui");

  return GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
}

static void
add_keys (GtkBox *box)
{
  GtkWindow *shortcuts = make_shortcuts ();

  add_shortcuts (box, GTK_WIDGET (shortcuts));
  gtk_window_destroy (shortcuts);
}

/* --- The window --- */

static gboolean
close_cb (GtkWidget *window, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
fill (GtkWindow *window)
{
  const char *title = is_keys_alone ? _ ("Keyboard shortcuts") : _ ("Help");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  // By its role: what has none cannot have a name on newer releases of GTK.
  GtkWidget *scrolled =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  if (!is_keys_alone) {
    add_sections (GTK_BOX (box));
    add_label (GTK_BOX (box), _ ("Keys"), "heading");
  }
  add_keys (GTK_BOX (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_window_set_title (window, title);
  gtk_window_set_child (window, scrolled);
  gtk_widget_grab_focus (scrolled);
}

static void
show (GtkWindow *parent, gboolean keys_alone)
{
  GtkEventController *keys;

  if (shown == NULL) {
    shown = g_object_new (GTK_TYPE_WINDOW, "default-width", WIDTH, "default-height", HEIGHT,
                          "transient-for", parent, "destroy-with-parent", TRUE, NULL);
    g_object_add_weak_pointer (G_OBJECT (shown), (gpointer *) &shown);
    gtk_widget_add_css_class (GTK_WIDGET (shown), "help");
    gtk_window_set_titlebar (shown, gtk_header_bar_new ());
    keys = gtk_shortcut_controller_new ();
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                          gtk_callback_action_new (close_cb, NULL, NULL)));
    gtk_widget_add_controller (GTK_WIDGET (shown), keys);
  } else if (keys_alone == is_keys_alone) {
    gtk_window_present (shown);
    return;
  }
  is_keys_alone = keys_alone;
  fill (shown);
  gtk_window_present (shown);
}

void
qm_help_show (GtkWindow *parent)
{
  show (parent, FALSE);
}

void
qm_help_make_anew (void)
{
  if (shown != NULL)
    fill (shown);
}

static gboolean
fits_screen (GtkWindow *window, GtkWindow *parent)
{
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (
      gtk_widget_get_display (GTK_WIDGET (parent)), gtk_native_get_surface (GTK_NATIVE (parent)));
  GtkRequisition size;
  GdkRectangle screen = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_widget_get_preferred_size (GTK_WIDGET (window), NULL, &size);
  return size.width <= screen.width && size.height <= screen.height;
}

/* GTK's own way makes it with every window. Its window of them can be searched, but neither wraps
 * nor scrolls. */
void
qm_help_show_shortcuts (GtkWindow *parent)
{
  GtkWindow *shortcuts = make_shortcuts ();

  if (!fits_screen (shortcuts, parent)) {
    gtk_window_destroy (shortcuts);
    show (parent, TRUE);
    return;
  }
  qm_access_mend_shortcuts (shortcuts);
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
