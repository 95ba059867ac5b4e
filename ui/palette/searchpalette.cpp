// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/searchpalette.h"

#include "ui/palette/palettemodel.h"
#include "ui/plandocument.h"

#include <QAction>
#include <QEvent>
#include <QListView>

namespace plimsoll {

SearchPalette::SearchPalette(const QList<QAction *> &actions, PlanDocument *document, QWidget *parent)
    : SearchPalette(new PaletteModel(actions, document->catalog()), document, parent)
{
}

SearchPalette::SearchPalette(PaletteModel *model, PlanDocument *document, QWidget *parent)
    : PickerPopup(tr("Search everywhere"),
                  tr("An action, a model, a GPU, a format, an engine: save figure, llama 70 ..."), model, parent,
                  new PaletteFilter(model))
    , m_model(model)
    , m_document(document)
{
    // A popup is left out of what assistive programs see; this closes like one.
    setWindowFlags(Qt::Dialog | Qt::FramelessWindowHint);
    setWindowTitle(accessibleName());
    m_model->setParent(this);
    list()->setUniformItemSizes(false); // the first row of a group is higher
    connect(this, &PickerPopup::chosen, this, &SearchPalette::take);
}

bool SearchPalette::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        close();
    return PickerPopup::event(event);
}

void SearchPalette::take(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    switch (m_model->kind(row)) {
    case PaletteKind::Action:
        m_model->action(row)->trigger();
        break;
    case PaletteKind::Model:
        m_document->setModel(m_model->idOf(row));
        break;
    case PaletteKind::Gpu:
        m_document->setGpu(m_model->idOf(row));
        break;
    case PaletteKind::Format:
        m_document->setWeights(m_model->idOf(row));
        break;
    case PaletteKind::Engine:
        m_document->setEngine(m_model->idOf(row));
        break;
    }
}

} // namespace plimsoll
