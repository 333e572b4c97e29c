/* More entities than a screen has lines for, in the controls of a chart that has them. */
#include "controls-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define N_MANY 60

/* With names of several words each, a bar for each. The path of its file; free with g_free(). */
static char *
write_many_entities (void)
{
  g_autoptr (GString) entities = g_string_new (NULL), claims = g_string_new (NULL),
                      ids = g_string_new (NULL);
  g_autofree char *text = NULL;
  char *path = NULL;

  for (int i = 0; i < N_MANY; i++) {
    const char *comma = i > 0 ? "," : "";

    g_string_append_printf (
        entities,
        "%s{\"id\":\"e%d\",\"name\":\"Tổng công ty Đầu tư và Phát triển Hạ tầng "
        "Khu công nghiệp số %d\"}",
        comma, i, i);
    g_string_append_printf (claims,
                            "%s{\"id\":\"c%d\",\"measure\":\"m\",\"entity\":\"e%d\",\"value\":%d,"
                            "\"statement\":\"S.\",\"cites\":[{\"source\":\"s\"}]}",
                            comma, i, i, i + 1);
    g_string_append_printf (ids, "%s\"c%d\"", comma, i);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"Many\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":"
      "\"report\"}],\"entities\":[%s],\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":"
      "\"USD\"}],\"claims\":[%s],\"charts\":[{\"id\":\"many\",\"topic\":\"T\",\"name\":\"N\","
      "\"summary\":\"S\",\"title\":\"T\",\"panels\":[{\"form\":\"bars\",\"claims\":[%s]}]}]}",
      entities->str, claims->str, ids->str);
  close (g_file_open_tmp ("many-XXXXXX.json", &path, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *scroller)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* By arrows, too, each of them in sight. */
static void
test_many_entities (void)
{
  g_autofree char *path = write_many_entities ();
  WindowFixture fixture = { 0 };
  GtkWidget *list, *scroller, *last;

  open_window (&fixture, path);
  list = control (&fixture, "entity_list");
  gtk_menu_button_popup (GTK_MENU_BUTTON (control (&fixture, "entities")));
  settle ();
  scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  last = gtk_widget_get_last_child (list);
  g_assert_cmpint (gtk_widget_get_height (scroller), <, 400);
  g_assert_cmpint (gtk_widget_get_width (scroller), <, 400);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (list)));
  for (int i = 0; i < N_MANY; i++)
    press_key (list, GDK_KEY_Down);
  g_assert_true (gtk_widget_is_focus (last));
  for (int i = 0; i < 50 && !is_in_sight (last, scroller); i++)
    settle (); /* it moves there slowly */
  g_assert_true (is_in_sight (last, scroller));
  press_key (list, GDK_KEY_Up);
  g_assert_true (gtk_widget_is_focus (gtk_widget_get_prev_sibling (last)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (control (&fixture, "entities")));
  tear_down_window (&fixture, NULL);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  g_test_add_func ("/controls/many-entities-are-all-reached", test_many_entities);
  return g_test_run ();
}
