#include "app/widgets/launch.h"

#include "base/words.h"

GAppLaunchContext *
qm_launch_context_new (GtkWidget *widget)
{
  GAppLaunchContext *context =
      G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (widget)));

  /* The renderer that was chosen for this program (application.c) is none of the other's. */
  g_app_launch_context_unsetenv (context, "GSK_RENDERER");
  return context;
}

typedef struct {
  GtkWidget *widget; /* a reference */
  char *path;
} Launch;

static Launch *
launch_new (GtkWidget *widget, const char *path)
{
  Launch *launch = g_new (Launch, 1);

  launch->widget = g_object_ref (widget);
  launch->path = g_strdup (path);
  return launch;
}

static void
launch_free (Launch *launch)
{
  g_object_unref (launch->widget);
  g_free (launch->path);
  g_free (launch);
}

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  g_autofree char *name = g_filename_display_basename (launch->path);
  g_autofree char *text = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL)) {
    /* Translators: %s is the name of a file or a folder */
    text = g_strdup_printf (_ ("There is no program here that opens “%s”"), name);
    gtk_widget_activate_action (launch->widget, "win.message-of-error", "s", text);
  }
  launch_free (launch);
}

void
qm_launch_open (GtkWidget *widget, const char *path)
{
  g_autoptr (GAppLaunchContext) context = qm_launch_context_new (widget);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_app_info_launch_default_for_uri_async (uri, context, NULL, opened_cb,
                                           launch_new (widget, path));
}

/* Without a file manager that can point at a file, the folder is opened. */
static void
shown_cb (GObject *connection, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);
  g_autofree char *folder = g_path_get_dirname (launch->path);

  if (answer == NULL)
    qm_launch_open (launch->widget, folder);
  launch_free (launch);
}

/* https://www.freedesktop.org/wiki/Specifications/file-manager-interface/ */
void
qm_launch_show_in_folder (GtkWidget *widget, const char *path)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *uris[] = { uri, NULL };

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    qm_launch_open (widget, path);
  else if (bus == NULL)
    qm_launch_open (widget, folder);
  else
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, shown_cb, launch_new (widget, path));
}
