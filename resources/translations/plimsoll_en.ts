<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ConfigReader</name>
    <message numerus="yes">
        <source>The file names a multi-token-prediction module of %n layer(s), whose size is not known for this architecture and which is not counted.</source>
        <translation>
            <numerusform>The file names a multi-token-prediction module of %n layer, whose size is not known for this architecture and which is not counted.</numerusform>
            <numerusform>The file names a multi-token-prediction module of %n layers, whose size is not known for this architecture and which is not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentTexts</name>
    <message numerus="yes">
        <source>%n more unsaved plans are waiting: start Plimsoll again for the next.</source>
        <translation>
            <numerusform>%n more unsaved plan is waiting: start Plimsoll again for it.</numerusform>
            <numerusform>%n more unsaved plans are waiting: start Plimsoll again for the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EstimateText</name>
    <message numerus="yes">
        <source>Beside it: %1 on %2 takes %3 of %n GPU(s)</source>
        <translation>
            <numerusform>Beside it: %1 on %2 takes %3 of %n GPU</numerusform>
            <numerusform>Beside it: %1 on %2 takes %3 of each of %n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigurePlan</name>
    <message numerus="yes">
        <source>%1: this report carries %n plans: give one of these as a file of its own, or a report on it alone</source>
        <translation>
            <numerusform>%1: this report carries %n plan: give it as a file of its own</numerusform>
            <numerusform>%1: this report carries %n plans: give one of these as a file of its own, or a report on it alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaunchTargets</name>
    <message numerus="yes">
        <source>On the %n other node(s), with the first one&apos;s address:</source>
        <translation>
            <numerusform>On the other node, with the first one&apos;s address:</numerusform>
            <numerusform>On the %n other nodes, with the first one&apos;s address:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message numerus="yes">
        <source>parallel: %n rank(s) need as many GPUs, but the plan has none; add GPUs or leave the layout out</source>
        <translation>
            <numerusform>parallel: %n rank needs as many GPUs, but the plan has none; add GPUs or leave the layout out</numerusform>
            <numerusform>parallel: %n ranks need as many GPUs, but the plan has none; add GPUs or leave the layout out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tensor parallel %1 goes beyond a node of %n GPU(s)</source>
        <translation>
            <numerusform>tensor parallel %1 goes beyond a node of %n GPU</numerusform>
            <numerusform>tensor parallel %1 goes beyond a node of %n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadLines</name>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogNotes</name>
    <message numerus="yes">
        <source>%1 of %n prediction(s) hold the measured value in their 90 % interval.</source>
        <translation>
            <numerusform>%1 of %n prediction holds the measured value in its 90 % interval.</numerusform>
            <numerusform>%1 of %n predictions hold the measured value in their 90 % interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No line of a known engine is in %1: %n line(s) were read.</source>
        <translation>
            <numerusform>No line of a known engine is in %1: %n line was read.</numerusform>
            <numerusform>No line of a known engine is in %1: %n lines were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureCommand</name>
    <message numerus="yes">
        <source>no line of a known engine was found in %n line(s)</source>
        <translation>
            <numerusform>no line of a known engine was found in %n line</numerusform>
            <numerusform>no line of a known engine was found in %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParallelLayout</name>
    <message numerus="yes">
        <source>%n attention heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n attention head cannot be divided over tensor parallel %1</numerusform>
            <numerusform>%n attention heads cannot be divided over tensor parallel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KV heads can be neither divided nor copied evenly over tensor parallel %1</source>
        <translation>
            <numerusform>%n KV head can be neither divided nor copied evenly over tensor parallel %1</numerusform>
            <numerusform>%n KV heads can be neither divided nor copied evenly over tensor parallel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n state head cannot be divided over tensor parallel %1</numerusform>
            <numerusform>%n state heads cannot be divided over tensor parallel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state channels cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n state channel cannot be divided over tensor parallel %1</numerusform>
            <numerusform>%n state channels cannot be divided over tensor parallel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linear attention heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n linear attention head cannot be divided over tensor parallel %1</numerusform>
            <numerusform>%n linear attention heads cannot be divided over tensor parallel %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers cannot be cut into %1 pipeline stages</source>
        <translation>
            <numerusform>%n layer cannot be cut into %1 pipeline stages</numerusform>
            <numerusform>%n layers cannot be cut into %1 pipeline stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experts cannot be spread over %1 ranks</source>
        <translation>
            <numerusform>%n expert cannot be spread over %1 ranks</numerusform>
            <numerusform>%n experts cannot be spread over %1 ranks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experts cannot be divided evenly over expert parallel %1</source>
        <translation>
            <numerusform>%n expert cannot be divided evenly over expert parallel %1</numerusform>
            <numerusform>%n experts cannot be divided evenly over expert parallel %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReport</name>
    <message numerus="yes">
        <source>Report on %n plan(s)</source>
        <translation>
            <numerusform>Report on %n plan</numerusform>
            <numerusform>Report on %n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanSteps</name>
    <message numerus="yes">
        <source>%n more GPU(s)</source>
        <translation>
            <numerusform>%n more GPU</numerusform>
            <numerusform>%n more GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Residuals</name>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, other architectures or versions than this one</source>
        <translation>
            <numerusform>%n measured deployment: %1, other architectures or versions than this one</numerusform>
            <numerusform>%n measured deployments: %1, other architectures or versions than this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, all kinds and versions, widened because few are this one</source>
        <translation>
            <numerusform>%n measured deployment: %1, all kinds and versions, widened because few are this one</numerusform>
            <numerusform>%n measured deployments: %1, all kinds and versions, widened because few are this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, %2 and %3, widened because few are %2</source>
        <translation>
            <numerusform>%n measured deployment: %1, %2 and %3, widened because few are %2</numerusform>
            <numerusform>%n measured deployments: %1, %2 and %3, widened because few are %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, %2</source>
        <translation>
            <numerusform>%n measured deployment: %1, %2</numerusform>
            <numerusform>%n measured deployments: %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleOfThumb</name>
    <message numerus="yes">
        <source>%n measured deployment(s): %1</source>
        <translation>
            <numerusform>%n measured deployment: %1</numerusform>
            <numerusform>%n measured deployments: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n other model(s) compute on the same GPUs: speeds are those of this one alone.</source>
        <translation>
            <numerusform>%n other model computes on the same GPUs: speeds are those of this one alone.</numerusform>
            <numerusform>%n other models compute on the same GPUs: speeds are those of this one alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedText</name>
    <message numerus="yes">
        <source>%n measured row(s) of %1 configurations: %2</source>
        <translation>
            <numerusform>%n measured row of %1 configurations: %2</numerusform>
            <numerusform>%n measured rows of %1 configurations: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TorchExplain</name>
    <message numerus="yes">
        <source>, divided over %n GPU(s)</source>
        <translation>
            <numerusform>, divided over %n GPU</numerusform>
            <numerusform>, divided over %n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Experts are spread over %n group(s) of ranks, each expert in one of them.</source>
        <translation>
            <numerusform>Experts are in %n group of ranks.</numerusform>
            <numerusform>Experts are spread over %n groups of ranks, each expert in one of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attention is there in %n group(s) of ranks, each with all of it.</source>
        <translation>
            <numerusform>Attention is there in %n group of ranks.</numerusform>
            <numerusform>Attention is there in %n groups of ranks, each with all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::BesideField</name>
    <message numerus="yes">
        <source>%1 on %2 takes %3 of %n GPU(s)</source>
        <translation>
            <numerusform>%1 on %2 takes %3 of %n GPU</numerusform>
            <numerusform>%1 on %2 takes %3 of each of %n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuDetector</name>
    <message numerus="yes">
        <source>The driver of %1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>The driver of %1 did not answer within %n second.</numerusform>
            <numerusform>The driver of %1 did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuTree</name>
    <message numerus="yes">
        <source>%n process(es), %1</source>
        <translation>
            <numerusform>%n process, %1</numerusform>
            <numerusform>%n processes, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::LocalModelsDialog</name>
    <message numerus="yes">
        <source>Stopped: %n model(s) so far</source>
        <translation>
            <numerusform>Stopped: %n model so far</numerusform>
            <numerusform>Stopped: %n models so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be planned: its tool tip says why</source>
        <translation>
            <numerusform>%n cannot be planned: its tool tip says why</numerusform>
            <numerusform>%n cannot be planned: their tool tips say why</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::LogDialog</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::LogTable</name>
    <message numerus="yes">
        <source>%1, for %n rank(s)</source>
        <translation>
            <numerusform>%1, for %n rank</numerusform>
            <numerusform>%1, for %n ranks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::RunHereDialog</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
</TS>
