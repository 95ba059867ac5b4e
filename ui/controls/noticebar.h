// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace plimsoll {

/// A line across the window that says what is wrong and offers what can be done about it, without
/// stopping anybody. Hidden when there is nothing to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `firstAction` and `secondAction` are the buttons' texts; empty ones are not shown.
    void setNotice(const QString &text, const QString &firstAction, const QString &secondAction = {});
    void clear();
    QString text() const;

    QPushButton *firstButton() const { return m_first; }
    QPushButton *secondButton() const { return m_second; }

Q_SIGNALS:
    void firstChosen();
    void secondChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace plimsoll
