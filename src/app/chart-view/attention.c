#include "app/chart-view/attention.h"

QmAttention
qm_attention_none (void)
{
  return (QmAttention) { QM_NO_MARK, QM_NO_MARK, QM_NO_MARK, QM_NO_MARK };
}

int
qm_attention_get_shown (const QmAttention *attention)
{
  if (attention->pinned != QM_NO_MARK)
    return attention->pinned;
  if (attention->hovered != QM_NO_MARK && attention->hovered != attention->dismissed)
    return attention->hovered;
  return attention->walked;
}

void
qm_attention_hover (QmAttention *attention, int mark)
{
  if (mark == attention->hovered)
    return;

  attention->hovered = mark;
  attention->dismissed = QM_NO_MARK;
}

void
qm_attention_walk (QmAttention *attention, int mark)
{
  attention->walked = mark;
  if (mark == QM_NO_MARK)
    return;

  attention->dismissed = attention->hovered;
  if (attention->pinned != mark)
    attention->pinned = QM_NO_MARK;
}

void
qm_attention_pin (QmAttention *attention, int mark)
{
  attention->pinned = mark;
  attention->walked = QM_NO_MARK;
  attention->dismissed = QM_NO_MARK;
}

void
qm_attention_close (QmAttention *attention)
{
  attention->pinned = attention->walked = QM_NO_MARK;
  attention->dismissed = attention->hovered;
}
