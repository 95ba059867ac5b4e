// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/kubernetes.h"

#include "core/planning/commandline.h"
#include "core/planning/launch/launchtargets.h"
#include "core/planning/launch/yaml.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Kubernetes)
};

Error noTarget(const QString &text)
{
    return {QStringLiteral("no-launch-target"), QStringLiteral("gpus"), text, ErrorKind::Typed};
}

/// The resource that the vendor's device plugin offers: github.com/NVIDIA/k8s-device-plugin (MIG strategy "mixed" for
/// slices), ROCm/k8s-device-plugin, intel/intel-device-plugins-for-kubernetes.
QString resourceOf(const Gpu &gpu)
{
    if (gpu.vendor.compare(QLatin1String("NVIDIA"), Qt::CaseInsensitive) == 0) {
        const QString slice = gpu.migOf.isEmpty() ? QString() : gpu.id.section(QLatin1Char('/'), -1);
        return slice.isEmpty() ? QStringLiteral("nvidia.com/gpu") : QLatin1String("nvidia.com/mig-") + slice;
    }
    if (gpu.vendor.compare(QLatin1String("AMD"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("amd.com/gpu");
    if (gpu.vendor.compare(QLatin1String("Intel"), Qt::CaseInsensitive) == 0)
        return gpu.name.contains(QLatin1String("Gaudi"), Qt::CaseInsensitive) ? QStringLiteral("habana.ai/gaudi")
                                                                              : QStringLiteral("gpu.intel.com/xe");
    return {};
}

/// A name as RFC 1123 allows it: lower case letters, digits and hyphens, at most 40 of them.
QString nameOf(const ResolvedPlan &resolved)
{
    QString name;
    const QString id = resolved.model->id.section(QLatin1Char('/'), -1).toLower();
    for (const QChar c : id) {
        const bool allowed =
            (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (allowed)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    name.truncate(40);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("model") : name;
}

QJsonObject container(const LaunchCommand &command, const QStringList &words, const QString &resource, qint64 gpus)
{
    const QString count = QString::number(gpus);
    const QJsonObject amount{{resource, count}};
    return {
        {QStringLiteral("name"), QStringLiteral("server")},
        {QStringLiteral("image"), command.image},
        {QStringLiteral("command"), QJsonArray::fromStringList(words)},
        {QStringLiteral("ports"), QJsonArray{QJsonObject{{QStringLiteral("containerPort"), 8000},
                                                         {QStringLiteral("name"), QStringLiteral("http")}}}},
        {QStringLiteral("resources"),
         QJsonObject{{QStringLiteral("limits"), amount}, {QStringLiteral("requests"), amount}}},
        // Tensor parallel ranks exchange data through /dev/shm, of which a pod has 64 MiB otherwise.
        {QStringLiteral("volumeMounts"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("shm")},
                                {QStringLiteral("mountPath"), QStringLiteral("/dev/shm")}}}},
    };
}

QJsonObject podTemplate(const QString &name, const QJsonObject &container)
{
    const QJsonObject memory{
        {QStringLiteral("name"), QStringLiteral("shm")},
        {QStringLiteral("emptyDir"), QJsonObject{{QStringLiteral("medium"), QStringLiteral("Memory")}}}};
    return {{QStringLiteral("metadata"),
             QJsonObject{{QStringLiteral("labels"), QJsonObject{{QStringLiteral("app"), name}}}}},
            {QStringLiteral("spec"), QJsonObject{{QStringLiteral("containers"), QJsonArray{container}},
                                                 {QStringLiteral("volumes"), QJsonArray{memory}}}}};
}

/// Served on every address of the pod, on the port that the manifest names.
QStringList listening(QStringList words)
{
    words << QStringLiteral("--host") << QStringLiteral("0.0.0.0") << QStringLiteral("--port")
          << QStringLiteral("8000");
    return words;
}

QJsonObject deployment(const QString &name, const QJsonObject &pod)
{
    return {{QStringLiteral("apiVersion"), QStringLiteral("apps/v1")},
            {QStringLiteral("kind"), QStringLiteral("Deployment")},
            {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), name}}},
            {QStringLiteral("spec"),
             QJsonObject{{QStringLiteral("replicas"), 1},
                         {QStringLiteral("selector"),
                          QJsonObject{{QStringLiteral("matchLabels"), QJsonObject{{QStringLiteral("app"), name}}}}},
                         {QStringLiteral("template"), pod}}}};
}

/// lws.sigs.k8s.io: the leader has LWS_LEADER_ADDRESS and LWS_WORKER_INDEX in its environment, as every worker has.
QJsonObject leaderWorkerSet(const QString &name, qint64 nodes, const QJsonObject &leader, const QJsonObject &worker)
{
    return {{QStringLiteral("apiVersion"), QStringLiteral("leaderworkerset.x-k8s.io/v1")},
            {QStringLiteral("kind"), QStringLiteral("LeaderWorkerSet")},
            {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), name}}},
            {QStringLiteral("spec"),
             QJsonObject{{QStringLiteral("replicas"), 1},
                         {QStringLiteral("leaderWorkerTemplate"),
                          QJsonObject{{QStringLiteral("size"), nodes},
                                      {QStringLiteral("restartPolicy"), QStringLiteral("RecreateGroupOnPodRestart")},
                                      {QStringLiteral("leaderTemplate"), leader},
                                      {QStringLiteral("workerTemplate"), worker}}}}}};
}

QString joined(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellQuoted(word);
    return quoted.join(QLatin1Char(' '));
}

QStringList shell(const QString &script)
{
    return {QStringLiteral("sh"), QStringLiteral("-c"), script};
}

} // namespace

Result<QString> kubernetesManifest(const ResolvedPlan &resolved)
{
    Result<LaunchCommand> command = launchCommand(resolved);
    if (!command)
        return command.error();
    if (resolved.gpus.size() != 1)
        return noTarget(resolved.gpus.empty() ? Text::tr("gpus: choose the GPUs that the pods are to have")
                                              : Text::tr("gpus: a manifest takes one kind of GPU; choose one"));
    const QString resource = resourceOf(resolved.gpus.front());
    if (resource.isEmpty())
        return noTarget(Text::tr("gpus: no device plugin is known for %1").arg(resolved.gpus.front().name));

    const NodeLayout nodes = nodesOf(resolved);
    const QString name = nameOf(resolved);
    const QStringList words = listening(command->arguments);
    QString text =
        QLatin1String("# ") + Text::tr("For %1 %2").arg(command->engine, command->version) + QLatin1Char('\n');
    for (const QString &note : command->notes)
        text += QLatin1String("# ") + note + QLatin1Char('\n');
    if (nodes.nodes == 1) {
        const QJsonObject pod = podTemplate(name, container(*command, words, resource, nodes.gpusPerNode));
        return QString(text + toYaml(deployment(name, pod)));
    }
    QStringList leader, worker;
    if (resolved.plan.engine == QLatin1String("vllm")) {
        leader = shell(
            QLatin1String("ray start --head --port=6379 && exec ")
            + joined(words + QStringList{QStringLiteral("--distributed-executor-backend"), QStringLiteral("ray")}));
        worker = shell(QStringLiteral("exec ray start --address=$LWS_LEADER_ADDRESS:6379 --block"));
    } else if (resolved.plan.engine == QLatin1String("sglang")) {
        const QString every = joined(words)
                              + QStringLiteral(" --nnodes %1 --node-rank $LWS_WORKER_INDEX"
                                               " --dist-init-addr $LWS_LEADER_ADDRESS:20000")
                                    .arg(nodes.nodes);
        leader = worker = shell(QLatin1String("exec ") + every);
    } else {
        return noTarget(Text::tr("gpus: %1 over several nodes needs a launcher of its own; choose GPUs of one node")
                            .arg(command->engine));
    }
    const auto pod = [&](const QStringList &start) {
        return podTemplate(name, container(*command, start, resource, nodes.gpusPerNode));
    };
    return QString(text + toYaml(leaderWorkerSet(name, nodes.nodes, pod(leader), pod(worker))));
}

} // namespace plimsoll
