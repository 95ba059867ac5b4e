// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "ui/charts/chartpanel.h"
#include "ui/whatfits/fitpreferences.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QModelIndex)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class ComboBox;
class ElidedLabel;
class FitFilter;
class FitSearch;
class FitTable;
struct FitChoice;
class MatrixView;

/// Which GPUs carry the plan: a list with speed and price, or a matrix with the precisions of the engine or with the
/// models of the catalog. Typed words and a person's own GPUs narrow each; a chosen row or cell becomes the plan's.
class FitView : public QWidget
{
    Q_OBJECT

public:
    explicit FitView(const Catalog &catalog, const FitPreferences &preferences = {}, QWidget *parent = nullptr);

    using QWidget::show;
    /// Looks for the GPUs of this plan, unless it did already.
    void show(const ChartValues &values);

    const FitPreferences &preferences() const { return m_preferences; }

    QLineEdit *searchLine() const { return m_line; }
    ComboBox *shapeBox() const { return m_shape; }
    QCheckBox *ownBox() const { return m_own; }
    QCheckBox *allBox() const { return m_all; }
    QLineEdit *priceField() const { return m_price; }
    QTreeView *list() const { return m_list; }
    MatrixView *matrix() const { return m_matrix; }
    MatrixView *models() const { return m_models; }
    ElidedLabel *status() const { return m_status; }
    FitSearch *search() const { return m_search; }
    /// The list or a matrix, whichever is shown.
    QWidget *shown() const;
    bool isRunning() const;

Q_SIGNALS:
    void fitChosen(const plimsoll::FitChoice &choice);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void arrangeList();
    void connectParts();
    void applyTheme();
    void dropColumns();
    void fitChoices();
    void takePreferences();
    void askWhatIsShown();
    void showStatus();
    QString tableStatus() const;
    QString matrixStatus() const;
    QString modelsStatus() const;
    /// Null while the list is shown.
    MatrixView *shownMatrix() const;
    void takePrice(const QString &typed);
    void toggleOwn(const QModelIndex &index);
    void choose(const QModelIndex &index);

    FitPreferences m_preferences;
    FitSearch *m_search;
    FitTable *m_table;
    FitFilter *m_filter;
    QLineEdit *m_line;
    ComboBox *m_shape;
    QCheckBox *m_own;
    QCheckBox *m_all;
    QLabel *m_priceLabel;
    QLineEdit *m_price;
    QBoxLayout *m_choices = nullptr;
    QStackedWidget *m_stack;
    QTreeView *m_list;
    MatrixView *m_matrix;
    MatrixView *m_models;
    ElidedLabel *m_status;
    std::optional<Plan> m_plan;
    QString m_problem;
};

} // namespace plimsoll
