// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/modelfetcher.h"

#include <QFrame>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace plimsoll {

/// A line across the window while a model is fetched: how far it has got, and a way to stop; and where there are
/// several models under that name, which. Hidden otherwise.
class FetchBar : public QFrame
{
    Q_OBJECT

public:
    explicit FetchBar(QWidget *parent = nullptr);
    ~FetchBar() override;

    void setFetcher(std::unique_ptr<ModelFetcher> fetcher);
    /// What was set, cancelled; afterwards there is none.
    std::unique_ptr<ModelFetcher> takeFetcher();
    bool hasFetcher() const { return m_fetcher != nullptr; }

    void fetch(const QString &model);
    void cancel();

    QLabel *label() const { return m_label; }
    QComboBox *choices() const { return m_choices; }
    QPushButton *takeButton() const { return m_take; }
    QPushButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void fetched(const QString &model);
    void failed(const plimsoll::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showProgress(qint64 bytes, int filesDone, int files);
    void end(const Error &error, const std::vector<ModelToFetch> &choices);

    std::unique_ptr<ModelFetcher> m_fetcher;
    QString m_model;
    QLabel *m_label;
    QProgressBar *m_progress;
    QComboBox *m_choices;
    QPushButton *m_take;
    QPushButton *m_cancel;
};

} // namespace plimsoll
