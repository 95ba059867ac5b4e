// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figurepreferences.h"

#include <QDialog>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace plimsoll {

/// Which chart becomes a figure and how: size, colours, caption and the pixels of a PNG, with a picture of what comes
/// of it.
class FigureDialog : public QDialog
{
    Q_OBJECT

public:
    /// `draw` makes the figure of that chart with these options, no wider or higher than that many pixels.
    using Draw = std::function<QImage(const QString &chart, const FigurePreferences &options, QSize most)>;

    /// `chart` is the id of the one that it begins with.
    FigureDialog(const QString &chart, const FigurePreferences &options, Draw draw, QWidget *parent = nullptr);

    const FigurePreferences &options() const { return m_options; }

    QComboBox *chartBox() const { return m_chart; }
    QComboBox *presetBox() const { return m_preset; }
    QSpinBox *widthBox() const { return m_width; }
    QSpinBox *heightBox() const { return m_height; }
    QComboBox *themeBox() const { return m_theme; }
    QCheckBox *captionBox() const { return m_caption; }
    QComboBox *scaleBox() const { return m_scale; }
    QPushButton *saveButton() const { return m_save; }
    QPushButton *copyButton() const { return m_copy; }
    QLabel *picture() const { return m_picture; }

Q_SIGNALS:
    /// The dialog has closed.
    void saveChosen(const QString &chart, const plimsoll::FigurePreferences &options);
    void copyChosen(const QString &chart, const plimsoll::FigurePreferences &options);

private:
    void fillChoices(const QString &chart);
    void arrange();
    void take(const FigurePreferences &wanted);
    void takeSize(QSize size);
    void showOptions();

    FigurePreferences m_options;
    Draw m_draw;
    QComboBox *m_chart, *m_preset, *m_theme, *m_scale;
    QSpinBox *m_width, *m_height;
    QCheckBox *m_caption;
    QLabel *m_picture, *m_facts;
    QPushButton *m_save = nullptr, *m_copy = nullptr;
};

} // namespace plimsoll
