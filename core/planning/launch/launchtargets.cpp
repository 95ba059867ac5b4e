// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/launchtargets.h"

#include "core/planning/commandline.h"
#include "core/planning/launch/kubernetes.h"
#include "core/planning/launch/modelfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LaunchTargets)
};

Error noTarget(const QString &text)
{
    return {QStringLiteral("no-launch-target"), QStringLiteral("engine.id"), text, ErrorKind::Typed};
}

/// docs.vllm.ai, "Distributed inference and serving": a head, its workers, then the server on the head.
Result<QString> rayText(const ResolvedPlan &resolved)
{
    if (resolved.plan.engine != QLatin1String("vllm"))
        return noTarget(Text::tr("engine: only vLLM starts on Ray; choose vllm, or --for kubernetes"));
    Result<LaunchCommand> command = launchCommand(resolved);
    if (!command)
        return command.error();
    const NodeLayout nodes = nodesOf(resolved);
    command->arguments << QStringLiteral("--distributed-executor-backend") << QStringLiteral("ray");
    QString text;
    text += QLatin1String("# ") + Text::tr("On the first node:") + QLatin1String("\nray start --head --port=6379\n\n");
    if (nodes.nodes > 1) {
        text += QLatin1String("# ")
                + Text::tr("On the %n other node(s), with the first one's address:", nullptr,
                           int(std::min<qint64>(nodes.nodes - 1, 1'000'000)))
                + QLatin1String("\nray start --address=HEAD:6379\n\n");
    }
    text += QLatin1String("# ") + Text::tr("Then on the first node:") + QLatin1Char('\n') + launchScript(*command);
    return text;
}

} // namespace

NodeLayout nodesOf(const ResolvedPlan &resolved)
{
    NodeLayout layout;
    qint64 gpus = 0, perNode = 0;
    for (size_t i = 0; i < resolved.gpus.size(); ++i) {
        gpus += resolved.plan.gpus[i].count;
        const qint64 node = std::max<qint32>(1, resolved.gpus[i].maxPerNode);
        perNode = perNode == 0 ? node : std::min(perNode, node);
    }
    if (gpus == 0)
        return {1, 0};
    layout.gpusPerNode = std::min(gpus, perNode);
    layout.nodes = (gpus + layout.gpusPerNode - 1) / layout.gpusPerNode;
    return layout;
}

Result<QString> launchText(const ResolvedPlan &resolved, LaunchTarget target)
{
    switch (target) {
    case LaunchTarget::Kubernetes:
        return kubernetesManifest(resolved);
    case LaunchTarget::Ray:
        return rayText(resolved);
    case LaunchTarget::Modelfile:
        return ollamaModelfile(resolved);
    case LaunchTarget::Shell:
        break;
    }
    const Result<LaunchCommand> command = launchCommand(resolved);
    if (!command)
        return command.error();
    return launchScript(*command);
}

} // namespace plimsoll
