// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curvekeeper.h"
#include "ui/charts/keptvalues.h"
#include "ui/charts/planhandle.h"
#include "ui/charts/speedinput.h"
#include "ui/charts/speedlayout.h"

#include <optional>
#include <vector>

namespace plimsoll {

class SpeedItem;

/// Tokens a second over the users at once: what each sees and all get together, with the interval and the point where
/// memory ends. Its targets are the stops of the users' slider, its handle is the plan; both choose the users.
class SpeedChart : public ChartPanel
{
    Q_OBJECT
public:
    explicit SpeedChart(QObject *parent = nullptr);
    ~SpeedChart() override;

    QString id() const override { return QStringLiteral("speed"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Speed"); }

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void setOnScreen(bool on) override;
    bool isOutdated() const override { return m_curves.isOutdated(); }
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }
    QString description() const override { return m_input.description(); }

    int targetCount() const override { return int(m_input.points.size()); }
    int targetAt(QPointF position) const override;
    int chosenTarget() const override;
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void choose(int target) override;
    void setHighlighted(int target) override;

    bool handleAt(QPointF position) const override { return m_picture.isHandleAt(position); }
    QString handleHint() const override;
    void grabHandle() override { m_handle.grab(m_input.ends); }
    void releaseHandle() override;
    void moveHandle(QPointF position) override;
    void stepHandle(int steps) override;

    /// What is drawn, for tests.
    const SpeedPicture &picture() const { return m_picture; }
    const SpeedInput &input() const { return m_input; }
    /// All its points; null while isOutdated().
    const SpeedCurve *curve() const { return isOutdated() ? nullptr : m_curves.curve(); }

private:
    bool isTarget(int target) const { return target >= 0 && target < targetCount(); }
    void compose();
    void relayout();

    SpeedItem *m_item;
    CurveKeeper<SpeedCurve> m_curves;
    std::optional<KeptValues> m_values;
    PlanHandle m_handle;
    bool m_onScreen = false;
    TypeScale m_type{QFont()};
    QSizeF m_size{900, 420};
    SpeedInput m_input;
    SpeedPicture m_picture;
};

} // namespace plimsoll
