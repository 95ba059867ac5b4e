// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QFont>
#include <QGraphicsScene>
#include <QObject>
#include <QRectF>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

struct ComparedPlan;

/// The answer a chart draws. Only looked at during update().
struct ChartValues {
    const ResolvedPlan &plan;
    const Estimate &estimate;
    const Comparison &comparison;
    SizeUnit unit = SizeUnit::GiB;
    const std::vector<ComparedPlan> *pinned = nullptr; ///< for a chart that comparesPlans(); null = none is pinned
    const Catalog *catalog = nullptr; ///< for charts that ask about other plans; null = they say that it is missing
};

/// One chart: a picture of an answer in a scene of its own, so that the window, a file and a test draw
/// it by the same code and none of them needs it shown. Sizes are in pixels of the scene.
///
/// A chart may have targets, numbered parts that a person can point at and choose (bars, cells), and a handle: the
/// plan's own point, which a person can move along the axis.
class ChartPanel : public QObject
{
    Q_OBJECT
public:
    ~ChartPanel() override;

    virtual QString id() const = 0;    ///< "precisions"; stable, for files and the command line
    virtual QString title() const = 0; ///< for tabs and menus
    /// Whether it draws the pinned plans, too.
    virtual bool comparesPlans() const { return false; }

    /// Draws these values from now on; the layout is done when it returns.
    virtual void update(const ChartValues &values, Theme theme) = 0;
    virtual void setTheme(Theme theme) = 0;
    /// The base font of all its texts; the chart keeps to its size in pixels.
    virtual void setFont(const QFont &font) = 0;
    /// On the screen a chart shows its handle, and works in the background what takes more than a moment: it says
    /// changed() when that is there. Otherwise everything is there when update() returns.
    virtual void setOnScreen(bool) { }
    /// True while what it shows is the answer to an earlier plan, because the new one is being worked out.
    virtual bool isOutdated() const { return false; }
    /// Names the items by their colours, for a picture without the table beside it.
    virtual void setLegend(bool) { }
    virtual void resize(QSizeF size) = 0;
    virtual QSizeF size() const = 0;

    /// Everything it shows in words, for people who cannot see it.
    virtual QString description() const = 0;

    virtual int targetCount() const { return 0; }
    virtual int targetAt(QPointF) const { return -1; }
    virtual int chosenTarget() const { return -1; }
    virtual QRectF targetRect(int) const { return {}; }
    /// The numbers of a target, for a tool tip; lines separated by line feeds.
    virtual QString targetText(int) const { return {}; }
    /// What a click on the target means.
    virtual void choose(int) { }
    /// Marks a target that the keyboard or the mouse is at; -1 = none.
    virtual void setHighlighted(int) { }

    virtual bool handleAt(QPointF) const { return false; }
    /// What moving the handle changes and how, for tool tips and screen readers; empty = there is none.
    virtual QString handleHint() const { return {}; }
    /// Between these two the axis stays as it is, so that the handle stays below the mouse.
    virtual void grabHandle() { }
    virtual void releaseHandle() { }
    virtual void moveHandle(QPointF) { }
    /// To the next stop of the slider above (1) or below (-1).
    virtual void stepHandle(int) { }

    void render(QPainter *painter, const QRectF &target);
    QGraphicsScene *scene() { return &m_scene; }

Q_SIGNALS:
    /// A person chose a weight format: the place in the comparison, 0 to 3 (FP32, FP16, INT8, INT4).
    void formatChosen(int index);
    /// A person chose another workload.
    void contextChosen(qint64 tokens);
    void sequencesChosen(qint64 sequences);
    /// A person chose a pinned plan, counted from 0.
    void pinChosen(int pin);
    /// A person chose a model that does not exist yet, of that many parameters.
    void parametersChosen(qint64 parameters);
    /// It shows something else by itself.
    void changed();

protected:
    explicit ChartPanel(QObject *parent);

private:
    QGraphicsScene m_scene;
};

} // namespace plimsoll
