// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"

#include "ui/controls/menubutton.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QUndoStack>

namespace plimsoll {

namespace {

enum class Menu { File, Edit, View, Help };
enum class Group { None, Unit, Theme, Language };

struct ActionRow {
    ActionId id;
    Menu menu;
    const char *text;
    const char *tip;
    const char *shortcut; ///< a standard key wins over it
    QKeySequence::StandardKey standardKey = QKeySequence::UnknownKey;
    const char *icon = nullptr; ///< a name of the icon theme; none is fine
    Group group = Group::None;
    bool separatorBefore = false;
};

constexpr ActionRow kRows[] = {
    {ActionId::New, Menu::File, QT_TRANSLATE_NOOP("Actions", "&New"),
     QT_TRANSLATE_NOOP("Actions", "Begin another plan"), "Ctrl+N", QKeySequence::New, "document-new"},
    {ActionId::Open, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Open..."),
     QT_TRANSLATE_NOOP("Actions", "Open a saved plan or a model file"), "Ctrl+O", QKeySequence::Open, "document-open"},
    {ActionId::OpenRecent, Menu::File, QT_TRANSLATE_NOOP("Actions", "Open &recent"),
     QT_TRANSLATE_NOOP("Actions", "Plans that were open last"), nullptr, QKeySequence::UnknownKey,
     "document-open-recent"},
    {ActionId::LocalModels, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Models on this computer..."),
     QT_TRANSLATE_NOOP("Actions", "Choose among the models of Hugging Face, llama.cpp, LM Studio and Ollama"), "Ctrl+L",
     QKeySequence::UnknownKey, "folder-open"},
    {ActionId::OpenLog, Menu::File, QT_TRANSLATE_NOOP("Actions", "Open a start-up &log..."),
     QT_TRANSLATE_NOOP("Actions", "Compare what an engine printed at its start with the prediction"), "Ctrl+Shift+O",
     QKeySequence::UnknownKey, "text-x-generic"},
    {ActionId::RunHere, Menu::File, QT_TRANSLATE_NOOP("Actions", "&What can I run here?..."),
     QT_TRANSLATE_NOOP("Actions", "List the models that run on the GPUs of this computer"), "Ctrl+R",
     QKeySequence::UnknownKey, "computer"},
    {ActionId::Save, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Save"), QT_TRANSLATE_NOOP("Actions", "Save this plan"),
     "Ctrl+S", QKeySequence::Save, "document-save"},
    {ActionId::SaveAs, Menu::File, QT_TRANSLATE_NOOP("Actions", "Save &as..."),
     QT_TRANSLATE_NOOP("Actions", "Save this plan under another name"), "Ctrl+Shift+S", QKeySequence::SaveAs,
     "document-save-as"},
    {ActionId::SaveFigure, Menu::File, QT_TRANSLATE_NOOP("Actions", "Save &figure..."),
     QT_TRANSLATE_NOOP(
         "Actions",
         "Save any chart or the breakdown as SVG, PDF or PNG, in the size, colours and pixels that you choose"),
     "Ctrl+E", QKeySequence::UnknownKey, "image-x-generic", Group::None, true},
    {ActionId::SaveTable, Menu::File, QT_TRANSLATE_NOOP("Actions", "Save ta&ble..."),
     QT_TRANSLATE_NOOP("Actions", "Save the numbers of the page as CSV, Markdown or HTML"), "Ctrl+T",
     QKeySequence::UnknownKey, "x-office-spreadsheet"},
    {ActionId::SaveReport, Menu::File, QT_TRANSLATE_NOOP("Actions", "Save re&port..."),
     QT_TRANSLATE_NOOP("Actions", "Save all about this plan as a page that prints well, or as Markdown"),
     "Ctrl+Shift+R", QKeySequence::UnknownKey, "x-office-document"},
    {ActionId::Quit, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close Plimsoll"),
     "Ctrl+Q", QKeySequence::Quit, "application-exit", Group::None, true},
    {ActionId::Undo, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"),
     QT_TRANSLATE_NOOP("Actions", "Take the last change back"), "Ctrl+Z", QKeySequence::Undo, "edit-undo"},
    {ActionId::Redo, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"),
     QT_TRANSLATE_NOOP("Actions", "Make the change again"), "Ctrl+Y", QKeySequence::Redo, "edit-redo"},
    {ActionId::History, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&History..."),
     QT_TRANSLATE_NOOP("Actions", "List the steps of this plan and go to any of them"), "Ctrl+H",
     QKeySequence::UnknownKey, "view-history"},
    {ActionId::Search, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Search everywhere..."),
     QT_TRANSLATE_NOOP("Actions", "Find an action, a model, a GPU, a format or an engine by typing"), "Ctrl+K",
     QKeySequence::UnknownKey, "edit-find"},
    {ActionId::Preferences, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "P&references..."),
     QT_TRANSLATE_NOOP("Actions", "Units, theme, language, new plans, prices, catalog and proxy"), "Ctrl+,",
     QKeySequence::UnknownKey, "preferences-system"},
    {ActionId::Calibration, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Cali&bration..."),
     QT_TRANSLATE_NOOP("Actions", "What your own start-up logs measured, and whether answers use it"), nullptr,
     QKeySequence::UnknownKey, "view-statistics"},
    {ActionId::CopyFigure, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy &figure"),
     QT_TRANSLATE_NOOP("Actions", "Copy the chart as a picture; the breakdown while the keyboard is in it"),
     "Ctrl+Shift+C", QKeySequence::UnknownKey, "edit-copy", Group::None, true},
    {ActionId::CopyTable, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy ta&ble"),
     QT_TRANSLATE_NOOP("Actions",
                       "Copy the numbers of the page for a spreadsheet or a document; those of the breakdown while the "
                       "keyboard is in it"),
     "Ctrl+Shift+T", QKeySequence::UnknownKey, "edit-copy"},
    {ActionId::CopyTableMarkdown, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy table as Mark&down"),
     QT_TRANSLATE_NOOP("Actions", "Copy the numbers of the page for a document in Markdown"), nullptr,
     QKeySequence::UnknownKey, "edit-copy"},
    {ActionId::CopyCalculationMarkdown, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy calculation as &Markdown"),
     QT_TRANSLATE_NOOP("Actions", "Copy the whole calculation for a document in Markdown"), nullptr,
     QKeySequence::UnknownKey, "edit-copy"},
    {ActionId::CopyCalculationLatex, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy calculation as La&TeX"),
     QT_TRANSLATE_NOOP("Actions", "Copy the whole calculation for a document in LaTeX; it needs no package"), nullptr,
     QKeySequence::UnknownKey, "edit-copy"},
    {ActionId::CopyCalculationText, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy calculation as plain te&xt"),
     QT_TRANSLATE_NOOP("Actions", "Copy the whole calculation for a mail or a terminal"), nullptr,
     QKeySequence::UnknownKey, "edit-copy"},
    {ActionId::CopyCommand, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy as command &line"),
     QT_TRANSLATE_NOOP("Actions", "Copy the command that gives the same answer in a terminal"), "Ctrl+Shift+L",
     QKeySequence::UnknownKey, "utilities-terminal"},
    {ActionId::CopyLaunch, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy &engine command"),
     QT_TRANSLATE_NOOP("Actions", "Copy the command that starts the engine with this plan"), "Ctrl+Shift+E",
     QKeySequence::UnknownKey, "system-run", Group::None, true},
    {ActionId::PasteLaunch, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Paste engine command"),
     QT_TRANSLATE_NOOP("Actions", "Plan what the command on the clipboard starts: vllm serve, llama-server ..."),
     "Ctrl+Shift+V", QKeySequence::UnknownKey, "edit-paste"},
    {ActionId::PasteLog, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Paste a start-up lo&g"),
     QT_TRANSLATE_NOOP("Actions", "Compare the engine's log on the clipboard with the prediction"), "Ctrl+V",
     QKeySequence::Paste, "edit-paste"},
    {ActionId::Pin, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Pin for co&mparison"),
     QT_TRANSLATE_NOOP("Actions", "Keep this plan on the page Compare"), "Ctrl+D", QKeySequence::UnknownKey,
     "bookmark-new", Group::None, true},
    {ActionId::UnitGiB, Menu::View, QT_TRANSLATE_NOOP("Actions", "Sizes in Gi&B"),
     QT_TRANSLATE_NOOP("Actions", "GiB: 1,073,741,824 bytes, as drivers and engines count"), "Ctrl+1",
     QKeySequence::UnknownKey, nullptr, Group::Unit},
    {ActionId::UnitGB, Menu::View, QT_TRANSLATE_NOOP("Actions", "Sizes in &GB"),
     QT_TRANSLATE_NOOP("Actions", "GB: 1,000,000,000 bytes, as files and shops count"), "Ctrl+2",
     QKeySequence::UnknownKey, nullptr, Group::Unit},
    {ActionId::ThemeSystem, Menu::View, QT_TRANSLATE_NOOP("Actions", "As the &system"),
     QT_TRANSLATE_NOOP("Actions", "Light or dark as the desktop is"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Theme, true},
    {ActionId::ThemeLight, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Light"),
     QT_TRANSLATE_NOOP("Actions", "Dark text on light panels"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Theme},
    {ActionId::ThemeDark, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Dark"),
     QT_TRANSLATE_NOOP("Actions", "Light text on dark panels"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Theme},
    {ActionId::ThemeContrastLight, Menu::View, QT_TRANSLATE_NOOP("Actions", "High &contrast, light"),
     QT_TRANSLATE_NOOP("Actions", "Black on white, with full lines"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Theme},
    {ActionId::ThemeContrastDark, Menu::View, QT_TRANSLATE_NOOP("Actions", "&High contrast, dark"),
     QT_TRANSLATE_NOOP("Actions", "White on black, with full lines"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Theme},
    {ActionId::Present, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Presentation"),
     QT_TRANSLATE_NOOP("Actions", "Step through the calculation in type that a room can read"), "F11",
     QKeySequence::UnknownKey, "view-presentation", Group::None, true},
    {ActionId::Help, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&Help on this control"),
     QT_TRANSLATE_NOOP("Actions", "What the control with the keyboard is for"), "F1", QKeySequence::HelpContents,
     "help-contents"},
    {ActionId::WhatsThis, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&What's this?"),
     QT_TRANSLATE_NOOP("Actions", "Then click on what you want to know about"), "Shift+F1", QKeySequence::WhatsThis,
     "help-contextual"},
    {ActionId::Shortcuts, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts..."),
     QT_TRANSLATE_NOOP("Actions", "All keys, to search in and to copy"), "Ctrl+F1", QKeySequence::UnknownKey,
     "preferences-desktop-keyboard"},
    {ActionId::LanguageSystem, Menu::View, QT_TRANSLATE_NOOP("Actions", "Language of the s&ystem"),
     QT_TRANSLATE_NOOP("Actions", "The language of the desktop where Plimsoll has it, else English"), nullptr,
     QKeySequence::UnknownKey, nullptr, Group::Language, true},
    // A language is named in itself, so that whoever looks for it can read it.
    {ActionId::LanguageEnglish, Menu::View, "&English", QT_TRANSLATE_NOOP("Actions", "Plimsoll in English"), nullptr,
     QKeySequence::UnknownKey, nullptr, Group::Language},
    {ActionId::LanguageChinese, Menu::View, "简体中文(&Z)",
     QT_TRANSLATE_NOOP("Actions", "Plimsoll in Simplified Chinese"), nullptr, QKeySequence::UnknownKey, nullptr,
     Group::Language},
    {ActionId::About, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&About Plimsoll"),
     QT_TRANSLATE_NOOP("Actions", "What this program is"), nullptr, QKeySequence::UnknownKey, "help-about"},
};
static_assert(std::size(kRows) == kActionCount);

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

QAction *makeAction(const ActionRow &row, QObject *parent)
{
    auto *action = new QAction(translated(row.text), parent);
    const QString tip = translated(row.tip);
    action->setStatusTip(tip);
    action->setWhatsThis(tip);
    if (row.icon)
        action->setIcon(QIcon::fromTheme(QLatin1String(row.icon)));
    const QList<QKeySequence> standard = QKeySequence::keyBindings(row.standardKey);
    if (row.standardKey != QKeySequence::UnknownKey && !standard.isEmpty())
        action->setShortcuts(standard);
    else if (row.shortcut)
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
    // A tool button keeps its text while an action's own says more.
    static const QRegularExpression marks(
        QStringLiteral("\\(&.\\)|&|\\.\\.\\.")); // "(&O)" where the letter is not in the text
    action->setIconText(action->text().remove(marks));
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : tip + QStringLiteral(" (") + keys + QLatin1Char(')'));
    return action;
}

MenuButton *menuButton(const QString &text, const QString &name, const QString &help, const QList<QAction *> &choices,
                       QWidget *parent)
{
    auto *button = new MenuButton(parent);
    auto *menu = new QMenu(button);
    menu->addActions(choices);
    button->setChoice(text);
    button->setMenu(menu);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setWhatsThis(help);
    return button;
}

} // namespace

Actions::Actions(QUndoStack *undoStack, QObject *parent)
    : QObject(parent)
{
    auto *units = new QActionGroup(this);
    auto *themes = new QActionGroup(this);
    auto *languages = new QActionGroup(this);
    for (const ActionRow &row : kRows) {
        QAction *action = makeAction(row, this);
        if (row.group != Group::None) {
            action->setCheckable(true);
            QActionGroup *group = row.group == Group::Unit ? units : row.group == Group::Theme ? themes : languages;
            group->addAction(action);
        }
        m_actions[size_t(row.id)] = action;
    }
    (*this)[ActionId::UnitGiB]->setChecked(true);
    (*this)[ActionId::ThemeSystem]->setChecked(true);
    (*this)[ActionId::LanguageSystem]->setChecked(true);

    QAction *undo = (*this)[ActionId::Undo];
    QAction *redo = (*this)[ActionId::Redo];
    connect(undo, &QAction::triggered, undoStack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, undoStack, &QUndoStack::redo);
    connect(undoStack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(undoStack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    const auto sayUndo = [undo](const QString &text) {
        undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
        undo->setIconText(tr("Undo"));
    };
    const auto sayRedo = [redo](const QString &text) {
        redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
        redo->setIconText(tr("Redo"));
    };
    connect(undoStack, &QUndoStack::undoTextChanged, undo, sayUndo);
    connect(undoStack, &QUndoStack::redoTextChanged, redo, sayRedo);
    sayUndo(undoStack->undoText());
    sayRedo(undoStack->redoText());
    undo->setEnabled(undoStack->canUndo());
    redo->setEnabled(undoStack->canRedo());
}

void Actions::fillMenus(QMenuBar *bar) const
{
    const std::array menus{bar->addMenu(tr("&File")), bar->addMenu(tr("E&dit")), bar->addMenu(tr("&View")),
                           bar->addMenu(tr("&Help"))};
    for (const ActionRow &row : kRows) {
        QMenu *menu = menus[size_t(row.menu)];
        if (row.separatorBefore)
            menu->addSeparator();
        menu->addAction((*this)[row.id]);
    }
}

void Actions::fillToolBar(QToolBar *bar) const
{
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addAction((*this)[ActionId::Open]);
    bar->addAction((*this)[ActionId::Save]);
    bar->addSeparator();
    bar->addAction((*this)[ActionId::Undo]);
    bar->addAction((*this)[ActionId::Redo]);
    bar->addSeparator();
    bar->addAction((*this)[ActionId::SaveFigure]);
    bar->addAction((*this)[ActionId::CopyFigure]);
    bar->addAction((*this)[ActionId::CopyCommand]);
    bar->addAction((*this)[ActionId::CopyLaunch]);
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);

    QAction *gib = (*this)[ActionId::UnitGiB];
    MenuButton *unit = menuButton(
        tr("GiB"), tr("Unit of sizes"),
        tr("What sizes are shown in: GiB counts in powers of two, as drivers do, GB in powers of ten, as shops do."),
        {gib, (*this)[ActionId::UnitGB]}, bar);
    connect(gib, &QAction::toggled, unit, [unit](bool on) { unit->setChoice(on ? tr("GiB") : tr("GB")); });
    bar->addWidget(unit);
    bar->addWidget(
        menuButton(tr("Theme"), tr("Theme"), tr("The colours of the window: light, dark or of high contrast."),
                   {(*this)[ActionId::ThemeSystem], (*this)[ActionId::ThemeLight], (*this)[ActionId::ThemeDark],
                    (*this)[ActionId::ThemeContrastLight], (*this)[ActionId::ThemeContrastDark]},
                   bar));
}

} // namespace plimsoll
