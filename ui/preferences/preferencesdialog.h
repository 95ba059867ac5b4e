// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferences.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace plimsoll {

class Catalog;
class CatalogModel;
class ProblemLabel;
class SearchPicker;

/// What a person sets once for all plans. Every change takes effect at once, so there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const Catalog &catalog, QWidget *parent = nullptr);

    /// From code: what holds now.
    void setPreferences(const Preferences &preferences);
    /// The GPUs to choose among.
    void setCatalog(const Catalog &catalog);
    /// Below the catalog file: why it is not used. Empty = nothing is wrong.
    void setCatalogProblem(const QString &problem);
    QString catalogProblem() const;
    QString proxyProblem() const;

    QComboBox *unitBox() const { return m_unit; }
    QComboBox *themeBox() const { return m_theme; }
    QComboBox *languageBox() const { return m_language; }
    QComboBox *engineBox() const { return m_engine; }
    SearchPicker *gpuPicker() const { return m_gpu; }
    QLineEdit *priceField() const { return m_price; }
    QLineEdit *catalogField() const { return m_catalog; }
    QPushButton *browseButton() const { return m_browse; }
    QComboBox *proxyBox() const { return m_proxy; }
    QLineEdit *proxyField() const { return m_proxyAddress; }
    QPushButton *resetButton() const { return m_reset; }

Q_SIGNALS:
    /// A person changed something; `preferences` is all of it.
    void changed(const plimsoll::Preferences &preferences);

private:
    void fillChoices();
    void arrange();
    void connectParts();
    void change(const Preferences &preferences);
    void takePrice();
    void takeCatalog(const QString &path);
    void takeProxy();
    void askForCatalog();
    QString gpuName() const;

    Preferences m_preferences;
    CatalogModel *m_gpus;
    QComboBox *m_unit;
    QComboBox *m_theme;
    QComboBox *m_language;
    QComboBox *m_engine;
    SearchPicker *m_gpu;
    QLineEdit *m_price;
    QLineEdit *m_catalog;
    QPushButton *m_browse;
    ProblemLabel *m_catalogProblem;
    QComboBox *m_proxy;
    QLineEdit *m_proxyAddress;
    ProblemLabel *m_proxyProblem;
    QPushButton *m_reset = nullptr;
};

} // namespace plimsoll
