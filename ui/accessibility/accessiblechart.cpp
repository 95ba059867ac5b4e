// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/accessiblechart.h"

#include "ui/charts/chartview.h"

#include <QPointer>
#include <QWindow>

namespace plimsoll {
namespace {

/// One bar or point of a chart.
class AccessibleTarget : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleTarget(ChartView *view, int target)
        : m_view(view)
        , m_target(target)
    {
    }

    bool isValid() const override { return m_view && m_target < panel().targetCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        // The first line names it, the others are its numbers.
        const QString all = panel().targetText(m_target);
        const QString first = all.section(QLatin1Char('\n'), 0, 0);
        return kind == QAccessible::Name
                   ? first
                   : all.section(QLatin1Char('\n'), 1).replace(QLatin1Char('\n'), QLatin1String(", "));
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = panel().targetRect(m_target).toAlignedRect();
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.selected = isValid() && panel().chosenTarget() == m_target;
        state.focusable = true;
        state.focused = isValid() && m_view->hasFocus() && m_view->currentTarget() == m_target;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            panel().choose(m_target);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    int target() const { return m_target; }

private:
    ChartPanel &panel() const { return *m_view->panel(); }

    QPointer<ChartView> m_view;
    int m_target;
};

} // namespace

AccessibleChart::AccessibleChart(ChartView *view)
    : QAccessibleWidget(view, QAccessible::Chart)
{
}

AccessibleChart::~AccessibleChart()
{
    for (const auto &[target, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

ChartView *AccessibleChart::view() const
{
    return static_cast<ChartView *>(widget());
}

int AccessibleChart::childCount() const
{
    return view() ? view()->panel()->targetCount() : 0;
}

QAccessibleInterface *AccessibleChart::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto found = m_children.find(index);
    if (found == m_children.end()) {
        const QAccessible::Id id = QAccessible::registerAccessibleInterface(new AccessibleTarget(view(), index));
        found = m_children.emplace(index, id).first;
    }
    return QAccessible::accessibleInterface(found->second);
}

QAccessibleInterface *AccessibleChart::childAt(int x, int y) const
{
    return view() ? child(view()->panel()->targetAt(view()->mapFromGlobal(QPoint(x, y)))) : nullptr;
}

int AccessibleChart::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[target, id] : m_children) {
        if (QAccessible::accessibleInterface(id) == child)
            return target;
    }
    return -1;
}

QAccessibleInterface *AccessibleChart::focusChild() const
{
    return view() && view()->hasFocus() ? child(view()->currentTarget()) : nullptr;
}

} // namespace plimsoll
