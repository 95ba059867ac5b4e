// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/controlhelp.h"

#include "ui/controls/besidefield.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/precisionslider.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/searchpicker.h"
#include "ui/controls/workloadpanel.h"
#include "ui/runhere/runheredialog.h"
#include "ui/thiscomputer/computersection.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ControlHelp)
};

void setModelHelp(const PlanPanel &panel)
{
    panel.model()->picker()->setWhatsThis(Text::tr(
        "The model whose memory is worked out. Open the list and type words in any order, such as \"llama 70\". "
        "A config.json, a safetensors or a GGUF file is opened with Ctrl+O or dropped on the window; a name on "
        "the Hugging Face Hub is asked for when you say so."));
    panel.model()->parameters()->setWhatsThis(Text::tr(
        "How many parameters the model has. Moving it makes a model that does not exist yet: the size is yours, "
        "layers and heads are those of usual models of that size. Type 13B, 0.5b or 13,000,000,000."));
}

void setPrecisionHelp(const PlanPanel &panel)
{
    PrecisionPanel &precision = *panel.precision();
    precision.weights()->setWhatsThis(
        Text::tr("How the weights are stored. Fewer bits take less memory; where somebody measured what that costs in "
                 "quality for this very model, the list says it. \"As published\" is the type of the checkpoint."));
    precision.slider()->setWhatsThis(Text::tr(
        "The four precisions that the chart compares. What each of them means to the engine, such as W4A16 for "
        "INT4 on vLLM, stands under the bars."));
    precision.kvCache()->setWhatsThis(Text::tr(
        "How the keys and values of earlier tokens are stored. \"Auto\" is what the engine would take; half the "
        "bits carry twice the context."));
    precision.apart()->setWhatsThis(
        Text::tr("Pressed, keys and values of the cache have formats of their own: not every engine can do that."));
    precision.kvValues()->setWhatsThis(
        Text::tr("How the values of earlier tokens are stored, where they have a format of their own."));
}

void setWorkloadHelp(const PlanPanel &panel)
{
    WorkloadPanel &workload = *panel.workload();
    workload.context()->setWhatsThis(
        Text::tr("Tokens that one sequence holds, prompt and answer together. The KV cache grows with it, token by "
                 "token. Type 32k or 131072."));
    workload.users()->setWhatsThis(
        Text::tr("Sequences that run at the same moment. Each has a cache of its own; the weights are there once."));
    workload.moreButton()->setWhatsThis(Text::tr(
        "Folds out how long prompts and answers are, where you know it: an engine that pages its cache is sized "
        "by what is in use, not by what could be."));
    workload.prompt()->setWhatsThis(Text::tr("How many tokens a prompt has. Empty: not known."));
    workload.answer()->setWhatsThis(Text::tr("How many tokens an answer becomes. Empty: not known."));
    workload.average()->setWhatsThis(
        Text::tr("Tokens that a sequence holds on average. Empty: the prompt and half of the answer."));
    workload.prefix()->setWhatsThis(
        Text::tr("Tokens with which all prompts begin alike, such as a system prompt. They are kept once where the "
                 "engine caches prefixes."));
}

void setEngineHelp(const PlanPanel &panel)
{
    panel.engine()->engine()->setWhatsThis(
        Text::tr("The program that runs the model. Each spends memory by rules of its own: what it sets aside, how it "
                 "rounds, what it keeps for graphs. The rule of thumb knows none of that."));
    panel.engine()->version()->setWhatsThis(
        Text::tr("The version of the engine. Where its rules changed, the answer changes."));
    panel.engine()->optionsButton()->setWhatsThis(
        Text::tr("Folds out the options of the engine that change memory, under the names that the engine gives them. "
                 "What is left empty is the engine's default."));
}

void setGpuHelp(const PlanPanel &panel)
{
    GpuPanel &gpu = *panel.gpu();
    gpu.picker()->setWhatsThis(Text::tr(
        "The GPU that is to carry it. Search by name, vendor or memory: \"h100\", \"24gb nvidia\", \"mac\". What "
        "it can hold is what a program can allocate, not the number on the box."));
    gpu.count()->setWhatsThis(
        Text::tr("How many of them. A number that the model cannot be divided over is refused with "
                 "the nearest one that works."));
    gpu.layoutBox()->setWhatsThis(
        Text::tr("How the model lies over the GPUs. TP: each layer divided over so many. PP: the layers divided in so "
                 "many stages. DP: so many copies. EP: experts spread over so many."));
    gpu.computerButton()->setWhatsThis(
        Text::tr("Folds out the GPUs of this computer: their memory, what of it is free at this moment, and who has "
                 "the rest. Their drivers are asked while it is open, and not before."));
    gpu.moreButton()->setWhatsThis(Text::tr(
        "Folds out what few plans need: a slice of the GPU, memory that others take, models on the same GPUs."));
    gpu.slice()->setWhatsThis(Text::tr("A part of a GPU that is divided by MIG (multi-instance GPU)."));
    gpu.reserve()->setWhatsThis(
        Text::tr("Memory that the desktop or other programs already take on each GPU: 1.5 GiB, 2 GB, 800 MiB."));
    gpu.beside()->setWhatsThis(
        Text::tr("Other models that run on the same GPUs and start first. Each is a saved plan; what it takes is not "
                 "free for this one."));
}

} // namespace

void setComputerHelp(ComputerSection &section)
{
    section.list()->setWhatsThis(
        Text::tr("The GPUs of this computer, asked for again every few seconds. Right opens one to its driver, its MIG "
                 "instances and the programs that hold memory. Enter plans with it and all that are equal."));
    section.catalogButton()->setWhatsThis(
        Text::tr("This computer has no GPU that was found. The list of the catalog has GPUs to plan with."));
    section.freeBox()->setWhatsThis(
        Text::tr("Checked, what other programs take of the GPU now becomes reserved memory of the plan, so that the "
                 "answer is about what is free. Not checked, the plan has the whole GPU."));
    section.takeButton()->setWhatsThis(
        Text::tr("Makes these GPUs those of the plan, as many as there are. A GPU that the catalog does not know is "
                 "added to your own. It can be undone."));
    section.runHereButton()->setWhatsThis(
        Text::tr("Lists the models, of the catalog and of this disk, that run in what is free of these GPUs."));
}

void setRunHereHelp(RunHereDialog &dialog)
{
    dialog.gpuBox()->setWhatsThis(Text::tr("On which GPUs: those of this computer in the memory that is free now, or "
                                           "those of the plan beside what it reserves."));
    dialog.searchLine()->setWhatsThis(
        Text::tr("Keeps the models in which every typed word occurs: of a name, a format, a program."));
    dialog.localBox()->setWhatsThis(
        Text::tr("Only models that Hugging Face, llama.cpp, LM Studio or Ollama keep on this disk."));
    dialog.list()->setWhatsThis(Text::tr(
        "The models that run, the one to take first at the top: the largest whose format keeps its quality "
        "and is no slower than people read. Right opens a model to its other formats; Enter plans with a row."));
    dialog.againButton()->setWhatsThis(
        Text::tr("Stops the work, or asks the drivers and the disk again for what is free and what is there."));
    dialog.takeButton()->setWhatsThis(
        Text::tr("Makes the model, its format, its engine and these GPUs those of the plan. It can be undone."));
}

void setControlHelp(PlanPanel &panel)
{
    panel.setWhatsThis(Text::tr("What you choose. The answer at the right follows every change at once."));
    setModelHelp(panel);
    setPrecisionHelp(panel);
    setWorkloadHelp(panel);
    setEngineHelp(panel);
    setGpuHelp(panel);
}

QString pageHelp(const QString &id)
{
    const QString keys = Text::tr(
        "Arrow keys go from one to the next and say its numbers, Enter plans with it. Red dashed lines are what "
        "the GPUs hold; what lies above is hatched.");
    const QString moving =
        Text::tr("The marked point is the plan: drag it, or move it with Shift+Left and Shift+Right.");
    if (id == QLatin1String("precisions"))
        return Text::tr("Memory in four precisions and in the plan's own, stacked by what it is spent on.")
               + QLatin1Char(' ') + keys;
    if (id == QLatin1String("context"))
        return Text::tr("Memory over the length of the context, with the length at which it stops to fit.")
               + QLatin1Char(' ') + keys + QLatin1Char(' ') + moving;
    if (id == QLatin1String("users"))
        return Text::tr("Memory over the number of users, with the number at which it stops to fit.") + QLatin1Char(' ')
               + keys + QLatin1Char(' ') + moving;
    if (id == QLatin1String("parameters"))
        return Text::tr("Memory over the size of a model of typical shape, with the largest that fits.")
               + QLatin1Char(' ') + keys + QLatin1Char(' ') + moving;
    if (id == QLatin1String("speed"))
        return Text::tr("Tokens a second over the number of users: for each of them, and for all together. The band is "
                        "the 90 % interval; the red dashed line is where memory ends.")
               + QLatin1Char(' ') + moving;
    if (id == QLatin1String("gpus"))
        return Text::tr("What each GPU carries against what it holds. The fullest one rules.");
    if (id == QLatin1String("compare"))
        return Text::tr("The plans that you pinned beside each other, in bars and in a table where what differs is "
                        "marked.");
    if (id == QLatin1String("limits"))
        return Text::tr(
            "What this plan could grow to: the longest context, the most users, the fewest GPUs, and what one "
            "step more of each would change. Enter plans with the answer of a row.");
    if (id == QLatin1String("what-fits"))
        return Text::tr(
            "Every GPU of the catalog that carries this plan, with how many are needed, what is left, speed "
            "and price; or as a matrix over precisions or models. Enter plans with a row; the space bar marks "
            "a GPU as one that you have.");
    if (id == QLatin1String("explain"))
        return Text::tr(
            "The whole calculation: from the rule of thumb to the answer as a waterfall, then every item with "
            "its formula, the plan's numbers and the source of each constant. Enter on a step goes to its "
            "explanation. It can be copied, and presented with F11.");
    return Text::tr("What follows from the plan. It is worked out anew with every change.");
}

} // namespace plimsoll
