// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/cutoff.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchpicker.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QToolButton>

namespace plimsoll::test {

namespace {

/// Those that give way by design: they elide and have the whole text elsewhere.
bool elides(const QWidget *widget)
{
    return qobject_cast<const ElidedLabel *>(widget) || qobject_cast<const SearchPicker *>(widget);
}

bool isCutOff(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return false;
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
    }
    const QSize needed = widget->minimumSizeHint();
    return widget->width() < needed.width() || widget->height() < needed.height();
}

/// Tabs that do not all show: a bar without room has arrows.
bool hidesTabs(const QTabBar *bar)
{
    return bar->count() > 0
           && !(bar->rect().contains(bar->tabRect(0)) && bar->rect().contains(bar->tabRect(bar->count() - 1)));
}

bool isTooNarrow(const QHeaderView *header, int section)
{
    const QString text = header->model()->headerData(section, header->orientation()).toString();
    QFont font = header->font();
    const QVariant own = header->model()->headerData(section, header->orientation(), Qt::FontRole);
    if (own.canConvert<QFont>())
        font = own.value<QFont>();
    return QFontMetrics(font).horizontalAdvance(text) > header->sectionSize(section);
}

} // namespace

QString describe(const QWidget *widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->accessibleName();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text += QLatin1Char(' ') + label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text += QLatin1Char(' ') + button->text();
    return text + QStringLiteral(" (%1 x %2)").arg(widget->width()).arg(widget->height());
}

bool isInner(const QWidget *widget)
{
    return qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
           || qobject_cast<const QComboBox *>(widget->parentWidget())
           || (qobject_cast<const QTabBar *>(widget->parentWidget())
               && qobject_cast<const QToolButton *>(widget)) // arrows
           || widget->objectName().startsWith(QLatin1String("qt_"));
}

QStringList cutOff(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isText = qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
                            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                            || qobject_cast<const QLineEdit *>(widget);
        if (!isText || isInner(widget) || !widget->isVisible() || elides(widget) || widget->size().isEmpty())
            continue;
        if (isCutOff(widget))
            found += describe(widget);
    }
    for (const QTabBar *bar : window.findChildren<QTabBar *>()) {
        if (bar->isVisible() && hidesTabs(bar))
            found += describe(bar);
    }
    return found;
}

QStringList elidedWithoutTip(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->toolTip().isEmpty())
            continue;
        const auto *label = qobject_cast<const ElidedLabel *>(widget);
        const auto *picker = qobject_cast<const SearchPicker *>(widget);
        if ((label && label->fontMetrics().horizontalAdvance(label->text()) > label->contentsRect().width())
            || (picker && picker->sizeHint().width() > picker->width()))
            found += describe(widget);
    }
    for (const QTabBar *bar : window.findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
            if (bar->tabToolTip(i).isEmpty()
                && bar->tabRect(i).width() < bar->fontMetrics().horizontalAdvance(bar->tabText(i)))
                found += QStringLiteral("tab ") + bar->tabText(i);
        }
    }
    for (const QHeaderView *header : window.findChildren<QHeaderView *>()) {
        if (!header->isVisible() || header->orientation() != Qt::Horizontal || !header->model())
            continue;
        for (int section = 0; section < header->count(); ++section) {
            const QString tip = header->model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
            if (!header->isSectionHidden(section) && tip.isEmpty() && isTooNarrow(header, section))
                found += QStringLiteral("heading ") + header->model()->headerData(section, Qt::Horizontal).toString();
        }
    }
    return found;
}

} // namespace plimsoll::test
