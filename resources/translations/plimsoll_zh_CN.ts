<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a saved plan or a model file</source>
        <translation>打开已保存的方案或模型文件</translation>
    </message>
    <message>
        <source>&amp;Models on this computer...</source>
        <translation>本机模型(&amp;M)...</translation>
    </message>
    <message>
        <source>Choose among the models of Hugging Face, llama.cpp, LM Studio and Ollama</source>
        <translation>从 Hugging Face、llama.cpp、LM Studio 和 Ollama 的模型中选择</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save this plan</source>
        <translation>保存此方案</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Save this plan under another name</source>
        <translation>以其他名称保存此方案</translation>
    </message>
    <message>
        <source>Save &amp;figure...</source>
        <translation>保存图表(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Plimsoll</source>
        <translation>关闭 Plimsoll</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>重新执行该更改</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>复制图表(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as command &amp;line</source>
        <translation>复制为命令行(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the command that gives the same answer in a terminal</source>
        <translation>复制在终端中给出相同结果的命令</translation>
    </message>
    <message>
        <source>Copy &amp;engine command</source>
        <translation>复制引擎命令(&amp;E)</translation>
    </message>
    <message>
        <source>Copy the command that starts the engine with this plan</source>
        <translation>复制按此方案启动引擎的命令</translation>
    </message>
    <message>
        <source>&amp;Paste engine command</source>
        <translation>粘贴引擎命令(&amp;P)</translation>
    </message>
    <message>
        <source>Plan what the command on the clipboard starts: vllm serve, llama-server ...</source>
        <translation>按剪贴板上的命令制定方案：vllm serve、llama-server ...</translation>
    </message>
    <message>
        <source>Sizes in Gi&amp;B</source>
        <translation>以 GiB 显示(&amp;B)</translation>
    </message>
    <message>
        <source>GiB: 1,073,741,824 bytes, as drivers and engines count</source>
        <translation>GiB：1,073,741,824 字节，驱动程序和引擎的计量方式</translation>
    </message>
    <message>
        <source>Sizes in &amp;GB</source>
        <translation>以 GB 显示(&amp;G)</translation>
    </message>
    <message>
        <source>GB: 1,000,000,000 bytes, as files and shops count</source>
        <translation>GB：1,000,000,000 字节，文件和商家的计量方式</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>浅色或深色与桌面一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on light panels</source>
        <translation>浅色面板，深色文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on dark panels</source>
        <translation>深色面板，浅色文字</translation>
    </message>
    <message>
        <source>The language of the desktop where Plimsoll has it, else English</source>
        <translation>若 Plimsoll 支持桌面的语言则使用该语言，否则使用英语</translation>
    </message>
    <message>
        <source>Plimsoll in English</source>
        <translation>Plimsoll 使用英语</translation>
    </message>
    <message>
        <source>Plimsoll in Simplified Chinese</source>
        <translation>Plimsoll 使用简体中文</translation>
    </message>
    <message>
        <source>&amp;About Plimsoll</source>
        <translation>关于 Plimsoll(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>此程序是什么</translation>
    </message>
    <message>
        <source>Language of the s&amp;ystem</source>
        <translation>系统语言(&amp;Y)</translation>
    </message>
    <message>
        <source>High &amp;contrast, light</source>
        <translation>高对比度，浅色(&amp;C)</translation>
    </message>
    <message>
        <source>Black on white, with full lines</source>
        <translation>白底黑字，线条清晰</translation>
    </message>
    <message>
        <source>&amp;High contrast, dark</source>
        <translation>高对比度，深色(&amp;H)</translation>
    </message>
    <message>
        <source>White on black, with full lines</source>
        <translation>黑底白字，线条清晰</translation>
    </message>
    <message>
        <source>&amp;Search everywhere...</source>
        <translation>搜索一切(&amp;S)...</translation>
    </message>
    <message>
        <source>Find an action, a model, a GPU, a format or an engine by typing</source>
        <translation>输入文字以查找操作、模型、GPU、格式或引擎</translation>
    </message>
    <message>
        <source>Copy calculation as &amp;Markdown</source>
        <translation>将计算过程复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the whole calculation for a document in Markdown</source>
        <translation>复制整个计算过程，用于 Markdown 文档</translation>
    </message>
    <message>
        <source>Copy calculation as La&amp;TeX</source>
        <translation>将计算过程复制为 LaTeX(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the whole calculation for a document in LaTeX; it needs no package</source>
        <translation>复制整个计算过程，用于 LaTeX 文档；不需要宏包</translation>
    </message>
    <message>
        <source>Copy calculation as plain te&amp;xt</source>
        <translation>将计算过程复制为纯文本(&amp;X)</translation>
    </message>
    <message>
        <source>Copy the whole calculation for a mail or a terminal</source>
        <translation>复制整个计算过程，用于邮件或终端</translation>
    </message>
    <message>
        <source>Pin for co&amp;mparison</source>
        <translation>固定以供比较(&amp;M)</translation>
    </message>
    <message>
        <source>Keep this plan on the page Compare</source>
        <translation>将此方案保留在“比较”页面</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Step through the calculation in type that a room can read</source>
        <translation>以全场可读的字号逐步展示计算过程</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Begin another plan</source>
        <translation>开始另一个方案</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Plans that were open last</source>
        <translation>最近打开过的方案</translation>
    </message>
    <message>
        <source>&amp;History...</source>
        <translation>历史记录(&amp;H)...</translation>
    </message>
    <message>
        <source>List the steps of this plan and go to any of them</source>
        <translation>列出此方案的各个步骤，并可回到其中任意一步</translation>
    </message>
    <message>
        <source>P&amp;references...</source>
        <translation>首选项(&amp;R)...</translation>
    </message>
    <message>
        <source>Units, theme, language, new plans, prices, catalog and proxy</source>
        <translation>单位、主题、语言、新方案、价格、目录和代理</translation>
    </message>
    <message>
        <source>&amp;Help on this control</source>
        <translation>此控件的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>What the control with the keyboard is for</source>
        <translation>当前键盘焦点所在的控件有什么用</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>这是什么(&amp;W)？</translation>
    </message>
    <message>
        <source>Then click on what you want to know about</source>
        <translation>然后点击想了解的地方</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts...</source>
        <translation>键盘快捷键(&amp;K)...</translation>
    </message>
    <message>
        <source>All keys, to search in and to copy</source>
        <translation>所有按键，可搜索和复制</translation>
    </message>
    <message>
        <source>&amp;What can I run here?...</source>
        <translation>我这里能运行什么(&amp;W)...</translation>
    </message>
    <message>
        <source>List the models that run on the GPUs of this computer</source>
        <translation>列出能在本机 GPU 上运行的模型</translation>
    </message>
    <message>
        <source>Open a start-up &amp;log...</source>
        <translation>打开启动日志(&amp;L)...</translation>
    </message>
    <message>
        <source>Compare what an engine printed at its start with the prediction</source>
        <translation>把推理引擎启动时打印的内容与预测作对比</translation>
    </message>
    <message>
        <source>Paste a start-up lo&amp;g</source>
        <translation>粘贴启动日志(&amp;G)</translation>
    </message>
    <message>
        <source>Compare the engine&apos;s log on the clipboard with the prediction</source>
        <translation>把剪贴板上的引擎日志与预测作对比</translation>
    </message>
    <message>
        <source>Save ta&amp;ble...</source>
        <translation>保存表格(&amp;B)...</translation>
    </message>
    <message>
        <source>Save the numbers of the page as CSV, Markdown or HTML</source>
        <translation>将此页的数字保存为 CSV、Markdown 或 HTML</translation>
    </message>
    <message>
        <source>Save re&amp;port...</source>
        <translation>保存报告(&amp;P)...</translation>
    </message>
    <message>
        <source>Save all about this plan as a page that prints well, or as Markdown</source>
        <translation>将此方案的全部内容保存为便于打印的网页，或 Markdown</translation>
    </message>
    <message>
        <source>Cali&amp;bration...</source>
        <translation>校准(&amp;B)...</translation>
    </message>
    <message>
        <source>What your own start-up logs measured, and whether answers use it</source>
        <translation>您自己的启动日志测得的结果，以及答案是否采用它</translation>
    </message>
    <message>
        <source>Copy ta&amp;ble</source>
        <translation>复制表格(&amp;B)</translation>
    </message>
    <message>
        <source>Copy the numbers of the page for a spreadsheet or a document; those of the breakdown while the keyboard is in it</source>
        <translation>复制此页的数字，供电子表格或文档使用；键盘焦点在明细表中时复制明细表</translation>
    </message>
    <message>
        <source>Copy table as Mark&amp;down</source>
        <translation>将表格复制为 Markdown(&amp;D)</translation>
    </message>
    <message>
        <source>Copy the numbers of the page for a document in Markdown</source>
        <translation>复制此页的数字，供 Markdown 文档使用</translation>
    </message>
    <message>
        <source>Save any chart or the breakdown as SVG, PDF or PNG, in the size, colours and pixels that you choose</source>
        <translation>将任一图表或明细保存为 SVG、PDF 或 PNG，尺寸、颜色和像素由您选择</translation>
    </message>
    <message>
        <source>Copy the chart as a picture; the breakdown while the keyboard is in it</source>
        <translation>将图表复制为图片；键盘焦点在明细表中时复制明细</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>90 % interval: %1 to %2</source>
        <translation>90% 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>%1; chosen</source>
        <translation>%1；已选</translation>
    </message>
    <message>
        <source>Load line of %1: %2</source>
        <translation>%1 的载重线：%2</translation>
    </message>
    <message>
        <source>whiskers: 90 % interval</source>
        <translation>误差线：90% 区间</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: reading broke off here</source>
        <translation>%1：读取到此中断</translation>
    </message>
    <message>
        <source>%1: it is longer than 16 MiB: this is not a plan</source>
        <translation>%1：长度超过 16 MiB，不是方案</translation>
    </message>
</context>
<context>
    <name>BreakdownChart</name>
    <message>
        <source>%1 %2</source>
        <comment>a column and its number: &quot;Share 34 %&quot;</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Memory by item: %1</source>
        <translation>各项内存：%1</translation>
    </message>
</context>
<context>
    <name>ByteReader</name>
    <message>
        <source>a name or key of %1 bytes is announced; %2 are the most.</source>
        <translation>声明了 %1 字节的名称或键；最多允许 %2 字节。</translation>
    </message>
    <message>
        <source>%1: At byte %2: %3</source>
        <translation>%1：字节 %2 处：%3</translation>
    </message>
    <message>
        <source>%1: %2, before byte %3: %4</source>
        <translation>%1：%2，字节 %3 之前：%4</translation>
    </message>
    <message>
        <source>%1 more bytes or entries are announced, but the file ends %2 bytes further on. It may be only partly downloaded: fetch it again.</source>
        <translation>还声明了 %1 个字节或条目，但文件在 %2 字节之后就结束了。文件可能只下载了一部分：请重新获取。</translation>
    </message>
</context>
<context>
    <name>Calculation</name>
    <message>
        <source>The rule of thumb</source>
        <translation>经验法则</translation>
    </message>
    <message>
        <source>From the rule to the answer, step by step</source>
        <translation>从法则到结果，逐步计算</translation>
    </message>
    <message>
        <source>The answer, item by item</source>
        <translation>结果，逐项列出</translation>
    </message>
    <message>
        <source>The answer by the rules of %1 %2, item by item</source>
        <translation>按 %1 %2 的规则得到的结果，逐项列出</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>CalculationText</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>%1 %2</source>
        <comment>item and change</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>it cannot be opened (%1)</source>
        <translation>无法打开（%1）</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1 on %2 (%3)</source>
        <comment>engine on GPU (date)</comment>
        <translation>%1，%2（%3）</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between the logs of a calibration</comment>
        <translation>和</translation>
    </message>
    <message>
        <source>it cannot be written (%1)</source>
        <translation>无法写入（%1）</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>this folder cannot be made</source>
        <translation>无法创建此文件夹</translation>
    </message>
    <message>
        <source>another Plimsoll is writing it; try again</source>
        <translation>另一个 Plimsoll 正在写入它；请重试</translation>
    </message>
    <message>
        <source>no file can be made in its folder</source>
        <translation>无法在其文件夹中创建文件</translation>
    </message>
    <message>
        <source>it is broken and cannot be renamed</source>
        <translation>它已损坏，且无法重命名</translation>
    </message>
    <message>
        <source>it has %1 records already; remove some</source>
        <translation>它已有 %1 条记录；请移除一些</translation>
    </message>
    <message>
        <source>a text of at most %1 characters</source>
        <translation>不超过 %1 个字符的文本</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>1 到 %1 的整数</translation>
    </message>
    <message>
        <source>bytes from -2^40 to 2^40</source>
        <translation>-2^40 到 2^40 的字节数</translation>
    </message>
    <message>
        <source>%1.%2: expected %3</source>
        <translation>%1.%2：应为%3</translation>
    </message>
    <message>
        <source>a date such as 2026-11-30</source>
        <translation>日期，例如 2026-11-30</translation>
    </message>
    <message>
        <source>activations, graphs or runtime</source>
        <translation>activations、graphs 或 runtime</translation>
    </message>
    <message>
        <source>%1: a newer Plimsoll wrote it (%2); update Plimsoll to use it</source>
        <translation>%1：由更新版本的 Plimsoll 写入（%2）；请更新 Plimsoll 后使用</translation>
    </message>
    <message>
        <source>schema: expected &quot;plimsoll.calibration/1&quot;, found &quot;%1&quot;</source>
        <translation>schema：应为“plimsoll.calibration/1”，实际为“%1”</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB: this is not a calibration</source>
        <translation>它大于 1 MiB：这不是校准文件</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>expected an object with &quot;schema&quot;: &quot;plimsoll.calibration/1&quot;</source>
        <translation>应为带有 &quot;schema&quot;: &quot;plimsoll.calibration/1&quot; 的对象</translation>
    </message>
    <message>
        <source>on: expected true or false</source>
        <translation>on：应为 true 或 false</translation>
    </message>
    <message>
        <source>records: expected a list</source>
        <translation>records：应为列表</translation>
    </message>
    <message>
        <source>records: expected %1 at most</source>
        <translation>records：最多 %1 条</translation>
    </message>
    <message>
        <source>%1: expected an object</source>
        <translation>%1：应为对象</translation>
    </message>
    <message>
        <source>The log cannot be used for calibration: %1</source>
        <translation>该日志不能用于校准：%1</translation>
    </message>
    <message>
        <source>its card has another size than the plan&apos;s; choose the GPU that it ran on.</source>
        <translation>其显卡的大小与方案的不同；请选择它所运行的 GPU。</translation>
    </message>
    <message>
        <source>its weights are not those of the plan; name the model and the format that the log loads.</source>
        <translation>其权重与方案的权重不同；请指明日志所加载的模型和格式。</translation>
    </message>
    <message>
        <source>it names no GPU that is known; choose the GPU of the plan.</source>
        <translation>其中没有已知的 GPU；请选择方案的 GPU。</translation>
    </message>
    <message>
        <source>its GPUs are of several kinds, and the log does not say which took what.</source>
        <translation>其 GPU 有多种，而日志没有说明各占用多少。</translation>
    </message>
    <message>
        <source>it measures no activations, CUDA graphs or memory outside PyTorch of a GPU, and weights and KV cache need no calibration.</source>
        <translation>其中没有测得 GPU 的激活、CUDA graph 或 PyTorch 之外的显存，而权重和 KV 缓存无需校准。</translation>
    </message>
</context>
<context>
    <name>CalibrationCommand</name>
    <message>
        <source>&quot;%1&quot; is one argument too many</source>
        <translation>“%1”是多余的参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>there is no record to remove</source>
        <translation>没有可移除的记录</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of a record; there are 1 to %2</source>
        <translation>“%1”不是记录的编号；有 1 到 %2</translation>
    </message>
    <message>
        <source>--no-user-data ignores what %1 would change</source>
        <translation>--no-user-data 会忽略 %1 所要更改的内容</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of list, remove, clear, on and off</source>
        <translation>“%1”不是 list、remove、clear、on、off 之一</translation>
    </message>
    <message>
        <source>What your own start-up logs measured beside the estimate (plimsoll measure LOG --calibrate) and every estimate of the same engine, version, GPU and layout takes over: lists the records, removes one or all, and turns their use on or off.</source>
        <translation>您自己的启动日志相对于估算测得的差异（plimsoll measure LOG --calibrate），凡引擎、版本、GPU 和布局相同的估算都会采用：列出记录、移除一条或全部，以及开启或关闭其使用。</translation>
    </message>
    <message>
        <source>answer as a plimsoll.calibration/1 document</source>
        <translation>以 plimsoll.calibration/1 文档回答</translation>
    </message>
</context>
<context>
    <name>CalibrationText</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>There is no record; plimsoll measure LOG --calibrate makes one of a start-up log.</source>
        <translation>没有记录；plimsoll measure LOG --calibrate 可从启动日志生成一条。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量环境</translation>
    </message>
    <message>
        <source>On each GPU</source>
        <translation>每个 GPU</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Estimates use it; plimsoll calibration off or --no-calibration leaves it out.</source>
        <translation>估算正在采用它；plimsoll calibration off 或 --no-calibration 可将其排除。</translation>
    </message>
    <message>
        <source>Estimates do not use it; plimsoll calibration on does.</source>
        <translation>估算未采用它；plimsoll calibration on 可启用。</translation>
    </message>
    <message>
        <source>Calibrated: %1: %2 on each GPU.</source>
        <translation>已校准：%1：每个 GPU %2。</translation>
    </message>
    <message>
        <source>Estimates of this engine, version, GPU and layout use it from now on; plimsoll calibration remove %1 takes it back.</source>
        <translation>此引擎、版本、GPU 和布局的估算从现在起采用它；plimsoll calibration remove %1 可撤回。</translation>
    </message>
    <message>
        <source>It is kept, but estimates do not use it: plimsoll calibration on turns it on.</source>
        <translation>已保存，但估算未采用它：plimsoll calibration on 可启用。</translation>
    </message>
    <message>
        <source>the calibration that was there could not be read; it lies at %1 now</source>
        <translation>原有的校准无法读取；现位于 %1</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>KV cache %1</source>
        <translation>KV 缓存 %1</translation>
    </message>
    <message>
        <source>KV cache %1 and %2</source>
        <translation>KV 缓存 %1 与 %2</translation>
    </message>
    <message>
        <source>%1 × %2 tokens</source>
        <translation>%1 × %2 个 token</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1 of them shared</source>
        <translation>其中 %1 个共享</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>预留 %1</translation>
    </message>
    <message>
        <source>beside %1</source>
        <translation>与 %1 并存</translation>
    </message>
    <message>
        <source>Plimsoll %1, catalog of %2 and own records.</source>
        <translation>Plimsoll %1，%2 的目录及自有记录。</translation>
    </message>
    <message>
        <source>Plimsoll %1, catalog of %2.</source>
        <translation>Plimsoll %1，%2 的目录。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the inputs of a plan</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>calibrated with a start-up log of %1</source>
        <translation>已用启动日志校准：%1</translation>
    </message>
    <message>
        <source>own calibration of other GPUs or layouts</source>
        <translation>采用其他 GPU 或布局的自有校准</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Your own catalog was not read, the built-in one is used alone. %1</source>
        <translation>未读取您自己的目录，仅使用内置目录。%1</translation>
    </message>
    <message>
        <source>&quot;plimsoll catalog %1&quot; lists the known ones.</source>
        <translation>“plimsoll catalog %1”列出已知项。</translation>
    </message>
    <message>
        <source>Nearest: %1. &quot;plimsoll catalog %2&quot; lists all.</source>
        <translation>最接近的是：%1。“plimsoll catalog %2”列出全部。</translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot; in the catalog.</source>
        <translation>目录中没有模型“%1”。</translation>
    </message>
    <message>
        <source>There is no GPU &quot;%1&quot; in the catalog.</source>
        <translation>目录中没有 GPU“%1”。</translation>
    </message>
    <message>
        <source>There is no number format &quot;%1&quot;.</source>
        <translation>没有数值格式“%1”。</translation>
    </message>
</context>
<context>
    <name>CatalogCommand</name>
    <message>
        <source>%1 bits a weight</source>
        <translation>每个权重 %1 位</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>What Plimsoll knows: each with its id, as the other commands take it.</source>
        <translation>Plimsoll 所知的内容：每项都带有 id，供其他命令使用。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>whole records, as an array of objects</source>
        <translation>完整记录，以对象数组的形式</translation>
    </message>
    <message>
        <source>name what to list: %1</source>
        <translation>请指明要列出什么：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation>“%1”不是 %2 之一</translation>
    </message>
</context>
<context>
    <name>CatalogDocument</name>
    <message>
        <source>%1 is larger than %2 MiB. A catalog that size is not read; split off what is not a model or a GPU.</source>
        <translation>%1 大于 %2 MiB。不读取这么大的目录；请拆出不是模型或 GPU 的内容。</translation>
    </message>
    <message>
        <source>%1, line %2: not JSON: %3.</source>
        <translation>%1，第 %2 行：不是 JSON：%3。</translation>
    </message>
    <message>
        <source>%1: expected an object with &quot;schema&quot;: &quot;plimsoll.catalog/1&quot;.</source>
        <translation>%1：应为含有 &quot;schema&quot;: &quot;plimsoll.catalog/1&quot; 的对象。</translation>
    </message>
    <message>
        <source>%1, field schema: expected &quot;plimsoll.catalog/1&quot;, found &quot;%2&quot;.</source>
        <translation>%1，字段 schema：应为“plimsoll.catalog/1”，实为“%2”。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a list of a catalog; expected models, gpus or formats.</source>
        <translation>%1：“%2”不是目录中的列表；应为 models、gpus 或 formats。</translation>
    </message>
    <message>
        <source>%1, field %2: expected a list of records.</source>
        <translation>%1，字段 %2：应为记录列表。</translation>
    </message>
    <message>
        <source>%1: expected a record (an object).</source>
        <translation>%1：应为记录（对象）。</translation>
    </message>
    <message>
        <source>%1, record &quot;%2&quot;, field id: another record has this id already.</source>
        <translation>%1，记录“%2”，字段 id：另一条记录已使用此 id。</translation>
    </message>
</context>
<context>
    <name>CatalogFile</name>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is too large to be a catalog.</source>
        <translation>%1 太大，不可能是目录文件。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>ignore your own catalog, settings and calibration</source>
        <translation>忽略您自己的目录、设置和校准</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>there is no option %1</source>
        <translation>没有选项 %1</translation>
    </message>
    <message>
        <source>there is no option %1; the nearest is --%2</source>
        <translation>没有选项 %1；最接近的是 --%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many</source>
        <translation>“%1”是多余的参数</translation>
    </message>
    <message>
        <source>%1 (%2 --help lists what there is)</source>
        <translation>%1（%2 --help 列出可用内容）</translation>
    </message>
    <message>
        <source>Usage: %1 %2</source>
        <translation>用法：%1 %2</translation>
    </message>
    <message>
        <source>answer by the engines&apos; rules alone, without what your own logs measured</source>
        <translation>仅按引擎规则回答，不采用您自己的日志测得的结果</translation>
    </message>
    <message>
        <source>Your calibration is not used. %1</source>
        <translation>未采用您的校准。%1</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>how much memory a plan takes, and what carries it</source>
        <translation>一个方案占用多少显存，哪些硬件能承载</translation>
    </message>
    <message>
        <source>what a model is made of</source>
        <translation>模型的构成</translation>
    </message>
    <message>
        <source>the longest context, the fewest GPUs, the best format, ... that fit</source>
        <translation>能容纳的最长上下文、最少 GPU、最佳格式等</translation>
    </message>
    <message>
        <source>the command that starts the plan&apos;s engine</source>
        <translation>启动方案所用引擎的命令</translation>
    </message>
    <message>
        <source>what Plimsoll knows</source>
        <translation>Plimsoll 所知的内容</translation>
    </message>
    <message>
        <source>Plimsoll says how much GPU memory a large language model takes, and which GPU carries it.</source>
        <translation>Plimsoll 计算大语言模型占用多少 GPU 显存，以及哪种 GPU 能承载它。</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>the options of a command</source>
        <translation>命令的选项</translation>
    </message>
    <message>
        <source>did you mean %1? </source>
        <translation>您是否想输入 %1？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a command nor a file; %2plimsoll --help lists the commands</source>
        <translation>“%1”既不是命令也不是文件；%2plimsoll --help 列出所有命令</translation>
    </message>
    <message>
        <source>a picture of the window; --size WxH, --theme NAME, --scale N, --page ID</source>
        <translation>窗口的图片；--size WxH、--theme NAME、--scale N、--page ID</translation>
    </message>
    <message>
        <source>what a start-up log says, item by item, beside the estimate</source>
        <translation>启动日志中逐项的实测值，与估算并列</translation>
    </message>
    <message>
        <source>the GPUs of this computer</source>
        <translation>此计算机的 GPU</translation>
    </message>
    <message>
        <source>a report on plans as a file</source>
        <translation>把方案报告写成文件</translation>
    </message>
    <message>
        <source>Exit status: 0 answered; 1 --check, and it does not fit or is not up to date; 2 something typed is wrong; 3 something in a file is, or the Hugging Face Hub cannot be asked.</source>
        <translation>退出状态：0 已回答；1 使用了 --check 而方案放不下或文档不是最新；2 输入有误；3 文件有误，或无法访问 Hugging Face Hub。</translation>
    </message>
    <message>
        <source>a chart or a table of a plan as a file</source>
        <translation>将方案的图表或表格存为文件</translation>
    </message>
    <message>
        <source>what your own logs measured, and whether estimates use it</source>
        <translation>您自己的日志测得的结果，以及估算是否采用它</translation>
    </message>
    <message>
        <source>open the window: with a plan, a figure, a model or a start-up log</source>
        <translation>打开窗口：可带方案、图表、模型或启动日志</translation>
    </message>
</context>
<context>
    <name>CompareChart</name>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Its GPUs hold %1</source>
        <translation>其 GPU 可容纳 %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plans side by side; this one: %1</source>
        <translation>方案并排比较；当前方案：%1</translation>
    </message>
    <message>
        <source>dashes: what its GPUs hold</source>
        <translation>虚线：其 GPU 的容量</translation>
    </message>
    <message>
        <source>This</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Pin this plan, then change something: both stand here side by side, with what differs in memory, speed and price. Pinned plans are saved with the plan.</source>
        <translation>固定此方案，然后做些更改：两者会在此并排显示，并列出显存、速度和价格的差异。固定的方案随方案一起保存。</translation>
    </message>
    <message>
        <source>Ctrl+D pins from every page.</source>
        <translation>Ctrl+D 可在任何页面固定。</translation>
    </message>
</context>
<context>
    <name>ComputerChoice</name>
    <message>
        <source>Plan with %1</source>
        <translation>用 %1 规划</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>ConfigKeys</name>
    <message>
        <source>is true; attention replaced by a linear layer is not known. Use a free size instead.</source>
        <translation>为真；不支持以线性层替代的注意力。请改用自定义规模。</translation>
    </message>
    <message>
        <source>does not divide the %1 attention heads.</source>
        <translation>不能整除 %1 个注意力头。</translation>
    </message>
    <message>
        <source>is missing. Download the file again.</source>
        <translation>缺失。请重新下载文件。</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>has %1 entries, but num_hidden_layers is %2. Correct one of the two.</source>
        <translation>有 %1 项，但 num_hidden_layers 为 %2。请更正其中之一。</translation>
    </message>
    <message>
        <source>is %1; expected %2. Correct it or download the file again.</source>
        <translation>为 %1；应为 %2。请更正或重新下载文件。</translation>
    </message>
    <message>
        <source>is missing, and this architecture has no documented default for it. Add the key, or take the config.json of the model that this one was made from.</source>
        <translation>缺失，且此架构没有文档记载的默认值。请添加该键，或使用其来源模型的 config.json。</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 的数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>has %1 entries; expected at most %2.</source>
        <translation>有 %1 项；最多应为 %2 项。</translation>
    </message>
    <message>
        <source>texts in this list</source>
        <translation>此列表中的文本</translation>
    </message>
    <message>
        <source> in this list</source>
        <translation>（在此列表中）</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>has &quot;%1&quot;; expected &quot;dense&quot; or &quot;sparse&quot;.</source>
        <translation>含有“%1”；应为“dense”或“sparse”。</translation>
    </message>
    <message>
        <source>ffn_embed_dim is four times the width, which a gated block does not have; %1 is assumed, by Llama&apos;s rule.</source>
        <translation>ffn_embed_dim 是宽度的四倍，门控块不会如此；按 Llama 的规则假定为 %1。</translation>
    </message>
    <message>
        <source>is %1, but there are only %2 experts. Correct one of the two.</source>
        <translation>为 %1，但只有 %2 个专家。请更正其中之一。</translation>
    </message>
    <message>
        <source>is wider than hidden_size. Correct one of the two.</source>
        <translation>大于 hidden_size。请更正其中之一。</translation>
    </message>
    <message>
        <source>has &quot;%1&quot;, which is no known kind of layer; expected M, *, - or E.</source>
        <translation>含有“%1”，不是已知的层类型；应为 M、*、- 或 E。</translation>
    </message>
    <message>
        <source>has &quot;%1&quot;, which is no known kind of layer. Plimsoll cannot size this model; the catalog or a free size may serve instead.</source>
        <translation>含有“%1”，不是已知的层类型。Plimsoll 无法计算此模型的大小；可改用目录或自定义规模。</translation>
    </message>
    <message>
        <source>is %1, which does not divide the %2 attention heads. Correct one of the two.</source>
        <translation>为 %1，不能整除 %2 个注意力头。请更正其中之一。</translation>
    </message>
    <message>
        <source>has %1; expected powers of two up to 1024.</source>
        <translation>含有 %1；应为不超过 1024 的 2 的幂。</translation>
    </message>
    <message>
        <source>is no number and not &quot;auto&quot;.</source>
        <translation>既不是数也不是“auto”。</translation>
    </message>
    <message>
        <source>The quantisation method &quot;%1&quot; is not known. The weights are sized as if they had 16 bits, which is more than they have; choose their format by hand.</source>
        <translation>未知的量化方法“%1”。权重按 16 位计算，多于实际；请手动选择其格式。</translation>
    </message>
    <message>
        <source>The image encoder&apos;s vision_config names no sizes; it is not counted.</source>
        <translation>图像编码器的 vision_config 未给出尺寸；未计入。</translation>
    </message>
    <message>
        <source>The image encoder is of a kind that is not known and is counted as a plain vision transformer; its size may be off by a few per cent of the encoder.</source>
        <translation>图像编码器的类型未知，按普通视觉 Transformer 计算；其大小可能有编码器的百分之几的偏差。</translation>
    </message>
    <message>
        <source>The file names an encoder of images or sound without its sizes; it is not counted.</source>
        <translation>文件提到了图像或声音编码器但未给出尺寸；未计入。</translation>
    </message>
    <message>
        <source>vision_config is missing; the image encoder of the published models of this class is assumed.</source>
        <translation>缺少 vision_config；假定为该类已发布模型的图像编码器。</translation>
    </message>
    <message>
        <source>The audio encoder is of a kind that is not known; it is not counted.</source>
        <translation>音频编码器的类型未知；未计入。</translation>
    </message>
</context>
<context>
    <name>ConfigReader</name>
    <message>
        <source>tie_word_embeddings is missing; a tied head is assumed, as the library does.</source>
        <translation>缺少 tie_word_embeddings；与库一致，假定输出头与嵌入共享。</translation>
    </message>
    <message>
        <source>tie_word_embeddings is missing; a head of its own is assumed.</source>
        <translation>缺少 tie_word_embeddings；假定输出头独立。</translation>
    </message>
    <message numerus="yes">
        <source>The file names a multi-token-prediction module of %n layer(s), whose size is not known for this architecture and which is not counted.</source>
        <translation>
            <numerusform>文件提到了一个 %n 层的多 token 预测模块，此架构下其大小未知，未计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The lists of modules in the quantisation configuration are longer than those of any known model; not all of them is heeded.</source>
        <translation>量化配置中的模块列表长于任何已知模型；未全部采用。</translation>
    </message>
    <message>
        <source>%1: this is %2. Plimsoll sizes models that generate text from a prompt; choose one of those, or enter its number of parameters as a free size.</source>
        <translation>%1：这是%2。Plimsoll 计算由提示生成文本的模型；请选择此类模型，或将其参数量作为自定义规模输入。</translation>
    </message>
    <message>
        <source>%1: hidden_size and the other sizes make a model of more than 10^15 parameters. Correct the file or download it again.</source>
        <translation>%1：hidden_size 和其他尺寸构成的模型超过 10^15 个参数。请更正文件或重新下载。</translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>%1 has %2 bytes; a config.json has at most 16 MiB. Choose the model&apos;s config.json.</source>
        <translation>%1 有 %2 字节；config.json 最多 16 MiB。请选择模型的 config.json。</translation>
    </message>
    <message>
        <source>%1 is not JSON: %2 at byte %3. Download the file again.</source>
        <translation>%1 不是 JSON：字节 %3 处 %2。请重新下载文件。</translation>
    </message>
    <message>
        <source>%1 holds no JSON object. Choose the model&apos;s config.json.</source>
        <translation>%1 不含 JSON 对象。请选择模型的 config.json。</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>note: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>standard output cannot be written: is the disk full, or was it closed?</source>
        <translation>无法写入标准输出：磁盘已满，还是输出已关闭？</translation>
    </message>
</context>
<context>
    <name>ControlHelp</name>
    <message>
        <source>The model whose memory is worked out. Open the list and type words in any order, such as &quot;llama 70&quot;. A config.json, a safetensors or a GGUF file is opened with Ctrl+O or dropped on the window; a name on the Hugging Face Hub is asked for when you say so.</source>
        <translation>要计算显存的模型。打开列表，按任意顺序输入词，例如“llama 70”。config.json、safetensors 或 GGUF 文件可用 Ctrl+O 打开，也可拖放到窗口上；只有在您要求时，才会向 Hugging Face Hub 查询其中的名称。</translation>
    </message>
    <message>
        <source>How many parameters the model has. Moving it makes a model that does not exist yet: the size is yours, layers and heads are those of usual models of that size. Type 13B, 0.5b or 13,000,000,000.</source>
        <translation>模型有多少参数。移动滑块会得到一个尚不存在的模型：大小由您决定，层数和头数取同等规模常见模型的值。可输入 13B、0.5b 或 13,000,000,000。</translation>
    </message>
    <message>
        <source>How the weights are stored. Fewer bits take less memory; where somebody measured what that costs in quality for this very model, the list says it. &quot;As published&quot; is the type of the checkpoint.</source>
        <translation>权重的存储方式。位数越少，占用显存越少；如果有人对这个模型测过质量损失，列表中会注明。“按发布格式”是检查点本身的类型。</translation>
    </message>
    <message>
        <source>The four precisions that the chart compares. What each of them means to the engine, such as W4A16 for INT4 on vLLM, stands under the bars.</source>
        <translation>图表所比较的四种精度。每种精度对引擎意味着什么（例如在 vLLM 上 INT4 即 W4A16）写在柱子下方。</translation>
    </message>
    <message>
        <source>How the keys and values of earlier tokens are stored. &quot;Auto&quot; is what the engine would take; half the bits carry twice the context.</source>
        <translation>先前 token 的键和值的存储方式。“自动”是引擎会采用的格式；位数减半，可容纳的上下文加倍。</translation>
    </message>
    <message>
        <source>Pressed, keys and values of the cache have formats of their own: not every engine can do that.</source>
        <translation>按下后，缓存的键和值各用自己的格式：并非每个引擎都支持。</translation>
    </message>
    <message>
        <source>How the values of earlier tokens are stored, where they have a format of their own.</source>
        <translation>先前 token 的值单独使用格式时的存储方式。</translation>
    </message>
    <message>
        <source>Tokens that one sequence holds, prompt and answer together. The KV cache grows with it, token by token. Type 32k or 131072.</source>
        <translation>一个序列所含的 token 数，提示与回答合计。KV 缓存随之逐个 token 增长。可输入 32k 或 131072。</translation>
    </message>
    <message>
        <source>Sequences that run at the same moment. Each has a cache of its own; the weights are there once.</source>
        <translation>同时运行的序列数。每个序列有自己的缓存；权重只有一份。</translation>
    </message>
    <message>
        <source>Folds out how long prompts and answers are, where you know it: an engine that pages its cache is sized by what is in use, not by what could be.</source>
        <translation>如果您知道提示和回答的长度，可在此展开填写：分页管理缓存的引擎按实际使用量计算，而不是按可能的最大量。</translation>
    </message>
    <message>
        <source>How many tokens a prompt has. Empty: not known.</source>
        <translation>一个提示有多少 token。留空表示未知。</translation>
    </message>
    <message>
        <source>How many tokens an answer becomes. Empty: not known.</source>
        <translation>一个回答有多少 token。留空表示未知。</translation>
    </message>
    <message>
        <source>Tokens that a sequence holds on average. Empty: the prompt and half of the answer.</source>
        <translation>一个序列平均所含的 token 数。留空时取提示加一半回答。</translation>
    </message>
    <message>
        <source>Tokens with which all prompts begin alike, such as a system prompt. They are kept once where the engine caches prefixes.</source>
        <translation>所有提示开头相同的 token 数，例如系统提示。引擎缓存前缀时只保存一份。</translation>
    </message>
    <message>
        <source>The program that runs the model. Each spends memory by rules of its own: what it sets aside, how it rounds, what it keeps for graphs. The rule of thumb knows none of that.</source>
        <translation>运行模型的程序。每个引擎按自己的规则使用显存：预留多少、如何取整、为计算图保留多少。经验法则对此一无所知。</translation>
    </message>
    <message>
        <source>The version of the engine. Where its rules changed, the answer changes.</source>
        <translation>引擎的版本。规则变了，结果也随之改变。</translation>
    </message>
    <message>
        <source>Folds out the options of the engine that change memory, under the names that the engine gives them. What is left empty is the engine&apos;s default.</source>
        <translation>展开会影响显存的引擎选项，名称与引擎一致。留空即为引擎的默认值。</translation>
    </message>
    <message>
        <source>The GPU that is to carry it. Search by name, vendor or memory: &quot;h100&quot;, &quot;24gb nvidia&quot;, &quot;mac&quot;. What it can hold is what a program can allocate, not the number on the box.</source>
        <translation>承载模型的 GPU。可按名称、厂商或显存搜索：“h100”“24gb nvidia”“mac”。其容量是程序实际可分配的量，而不是包装盒上的数字。</translation>
    </message>
    <message>
        <source>How many of them. A number that the model cannot be divided over is refused with the nearest one that works.</source>
        <translation>GPU 的数量。模型无法按该数量切分时会被拒绝，并给出最接近的可行数量。</translation>
    </message>
    <message>
        <source>How the model lies over the GPUs. TP: each layer divided over so many. PP: the layers divided in so many stages. DP: so many copies. EP: experts spread over so many.</source>
        <translation>模型在各 GPU 上的分布方式。TP：每层切分到多少个 GPU。PP：各层分成多少个阶段。DP：多少份副本。EP：专家分散到多少个 GPU。</translation>
    </message>
    <message>
        <source>Folds out what few plans need: a slice of the GPU, memory that others take, models on the same GPUs.</source>
        <translation>展开少数方案才需要的内容：GPU 切片、被其他程序占用的显存、同一批 GPU 上的其他模型。</translation>
    </message>
    <message>
        <source>A part of a GPU that is divided by MIG (multi-instance GPU).</source>
        <translation>用 MIG（多实例 GPU）划分出来的一部分 GPU。</translation>
    </message>
    <message>
        <source>Memory that the desktop or other programs already take on each GPU: 1.5 GiB, 2 GB, 800 MiB.</source>
        <translation>桌面或其他程序在每个 GPU 上已占用的显存：1.5 GiB、2 GB、800 MiB。</translation>
    </message>
    <message>
        <source>Other models that run on the same GPUs and start first. Each is a saved plan; what it takes is not free for this one.</source>
        <translation>在同一批 GPU 上运行并且先启动的其他模型。每个都是一份已保存的方案；它占用的显存不能再供此方案使用。</translation>
    </message>
    <message>
        <source>What you choose. The answer at the right follows every change at once.</source>
        <translation>您的选择。右侧的结果会随每次改动立即更新。</translation>
    </message>
    <message>
        <source>Arrow keys go from one to the next and say its numbers, Enter plans with it. Red dashed lines are what the GPUs hold; what lies above is hatched.</source>
        <translation>方向键逐个移动并读出数值，Enter 键采用它。红色虚线是 GPU 的容量；超出的部分画有斜线。</translation>
    </message>
    <message>
        <source>Memory in four precisions and in the plan&apos;s own, stacked by what it is spent on.</source>
        <translation>四种精度以及方案自身精度下的显存，按用途堆叠。</translation>
    </message>
    <message>
        <source>Memory over the length of the context, with the length at which it stops to fit.</source>
        <translation>显存随上下文长度的变化，并标出放不下时的长度。</translation>
    </message>
    <message>
        <source>Memory over the number of users, with the number at which it stops to fit.</source>
        <translation>显存随并发用户数的变化，并标出放不下时的用户数。</translation>
    </message>
    <message>
        <source>What each GPU carries against what it holds. The fullest one rules.</source>
        <translation>每个 GPU 的负载与其容量的对比。以最满的那个为准。</translation>
    </message>
    <message>
        <source>The plans that you pinned beside each other, in bars and in a table where what differs is marked.</source>
        <translation>您固定的各个方案并排显示，既有柱状图也有表格，不同之处有标记。</translation>
    </message>
    <message>
        <source>What this plan could grow to: the longest context, the most users, the fewest GPUs, and what one step more of each would change. Enter plans with the answer of a row.</source>
        <translation>此方案可以扩展到什么程度：最长的上下文、最多的用户、最少的 GPU，以及各增加一步会带来什么变化。按 Enter 键采用该行的结果。</translation>
    </message>
    <message>
        <source>Every GPU of the catalog that carries this plan, with how many are needed, what is left, speed and price; or as a matrix over precisions or models. Enter plans with a row; the space bar marks a GPU as one that you have.</source>
        <translation>目录中能承载此方案的每种 GPU，以及所需数量、剩余显存、速度和价格；也可显示为精度或模型的矩阵。按 Enter 键采用该行；空格键把 GPU 标记为您拥有的。</translation>
    </message>
    <message>
        <source>The whole calculation: from the rule of thumb to the answer as a waterfall, then every item with its formula, the plan&apos;s numbers and the source of each constant. Enter on a step goes to its explanation. It can be copied, and presented with F11.</source>
        <translation>完整的计算过程：先是从经验法则到结果的瀑布图，然后是每一项的公式、方案的数值和每个常数的来源。在某一步上按 Enter 键可转到其说明。可以复制，也可用 F11 演示。</translation>
    </message>
    <message>
        <source>What follows from the plan. It is worked out anew with every change.</source>
        <translation>由方案得出的结果。每次改动都会重新计算。</translation>
    </message>
    <message>
        <source>The marked point is the plan: drag it, or move it with Shift+Left and Shift+Right.</source>
        <translation>标出的点就是方案：可以拖动它，或用 Shift+左、Shift+右移动。</translation>
    </message>
    <message>
        <source>Memory over the size of a model of typical shape, with the largest that fits.</source>
        <translation>典型形状的模型的显存随参数量的变化，并标出能容纳的最大模型。</translation>
    </message>
    <message>
        <source>Tokens a second over the number of users: for each of them, and for all together. The band is the 90 % interval; the red dashed line is where memory ends.</source>
        <translation>每秒 token 数随用户数的变化：每个用户的，以及全部合计的。色带是 90% 区间；红色虚线处显存用尽。</translation>
    </message>
    <message>
        <source>Folds out the GPUs of this computer: their memory, what of it is free at this moment, and who has the rest. Their drivers are asked while it is open, and not before.</source>
        <translation>展开本机的 GPU：显存、此刻的空闲量以及其余被谁占用。只有展开时才询问驱动程序，之前不会。</translation>
    </message>
    <message>
        <source>The GPUs of this computer, asked for again every few seconds. Right opens one to its driver, its MIG instances and the programs that hold memory. Enter plans with it and all that are equal.</source>
        <translation>本机的 GPU，每隔几秒重新询问。右方向键展开其驱动程序、MIG 实例和占用显存的程序。回车用它以及所有相同的 GPU 规划。</translation>
    </message>
    <message>
        <source>This computer has no GPU that was found. The list of the catalog has GPUs to plan with.</source>
        <translation>未在本机找到 GPU。目录列表中有可用来规划的 GPU。</translation>
    </message>
    <message>
        <source>Checked, what other programs take of the GPU now becomes reserved memory of the plan, so that the answer is about what is free. Not checked, the plan has the whole GPU.</source>
        <translation>勾选时，其他程序此刻占用的显存成为方案的预留显存，答案针对空闲部分。不勾选时，方案拥有整个 GPU。</translation>
    </message>
    <message>
        <source>Makes these GPUs those of the plan, as many as there are. A GPU that the catalog does not know is added to your own. It can be undone.</source>
        <translation>把这些 GPU 全部作为方案的 GPU。目录中没有的 GPU 会加入您自己的目录。可以撤消。</translation>
    </message>
    <message>
        <source>Lists the models, of the catalog and of this disk, that run in what is free of these GPUs.</source>
        <translation>列出目录和本机磁盘上能在这些 GPU 空闲显存中运行的模型。</translation>
    </message>
    <message>
        <source>On which GPUs: those of this computer in the memory that is free now, or those of the plan beside what it reserves.</source>
        <translation>在哪些 GPU 上：本机 GPU 此刻空闲的显存，或方案的 GPU 除去预留部分。</translation>
    </message>
    <message>
        <source>Keeps the models in which every typed word occurs: of a name, a format, a program.</source>
        <translation>只保留包含所输入每个词的模型：名称、格式或程序。</translation>
    </message>
    <message>
        <source>Only models that Hugging Face, llama.cpp, LM Studio or Ollama keep on this disk.</source>
        <translation>只列出 Hugging Face、llama.cpp、LM Studio 或 Ollama 保存在本机磁盘上的模型。</translation>
    </message>
    <message>
        <source>The models that run, the one to take first at the top: the largest whose format keeps its quality and is no slower than people read. Right opens a model to its other formats; Enter plans with a row.</source>
        <translation>能运行的模型，最值得选的在最上面：格式保持质量且不慢于阅读速度的最大模型。右方向键展开其他格式；回车用该行规划。</translation>
    </message>
    <message>
        <source>Stops the work, or asks the drivers and the disk again for what is free and what is there.</source>
        <translation>停止计算，或重新询问驱动程序和磁盘：有多少空闲、有哪些模型。</translation>
    </message>
    <message>
        <source>Makes the model, its format, its engine and these GPUs those of the plan. It can be undone.</source>
        <translation>把该模型及其格式、引擎和这些 GPU 作为方案的内容。可以撤消。</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Power: up to %1 W; no price is known.</source>
        <translation>功耗：最高 %1 W；价格未知。</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>每小时 %1</translation>
    </message>
    <message>
        <source>%1 a month of 730 hours</source>
        <translation>每月（730 小时）%1</translation>
    </message>
    <message>
        <source>%1 a million tokens</source>
        <translation>每百万 token %1</translation>
    </message>
    <message>
        <source>up to %1 W</source>
        <translation>最高 %1 W</translation>
    </message>
    <message>
        <source>your price per GPU-hour; indicative</source>
        <translation>您的每 GPU 小时价格；仅供参考</translation>
    </message>
    <message>
        <source>cheapest offer of the catalog, %1; indicative</source>
        <translation>目录中最低的报价，%1；仅供参考</translation>
    </message>
    <message>
        <source>Cost: %1 (%2)</source>
        <translation>成本：%1（%2）</translation>
    </message>
</context>
<context>
    <name>DetectCommand</name>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation>“%1”不是以下任何一项：%2</translation>
    </message>
    <message>
        <source>no GPU was found; those of the catalog can be planned with: plimsoll catalog gpus</source>
        <translation>未找到 GPU；可用目录中的 GPU 做方案：plimsoll catalog gpus</translation>
    </message>
    <message>
        <source>a GPU that is not in the catalog can be added to yours: plimsoll detect --catalog prints the content of %1</source>
        <translation>目录中没有的 GPU 可加入您自己的目录：plimsoll detect --catalog 会输出 %1 的内容</translation>
    </message>
    <message>
        <source>The GPUs of this computer: memory, what of it is free and who has the rest, and which of the catalog each is.</source>
        <translation>此计算机的 GPU：显存、空闲量、其余由谁占用，以及各自对应目录中的哪一项。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>answer as a plimsoll.detect/1 document</source>
        <translation>以 plimsoll.detect/1 文档作答</translation>
    </message>
    <message>
        <source>those that the catalog lacks, as a catalog of your own</source>
        <translation>目录中没有的 GPU，以您自己的目录的形式输出</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>how long a driver may take to answer; default 10</source>
        <translation>等待驱动程序回答的最长时间；默认 10</translation>
    </message>
    <message>
        <source>read /sys, /proc and /usr/share below this folder</source>
        <translation>在此文件夹下读取 /sys、/proc 和 /usr/share</translation>
    </message>
    <message>
        <source>--timeout: &quot;%1&quot; is no number of seconds from 1 to %2</source>
        <translation>--timeout：“%1”不是 1 到 %2 之间的秒数</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In the catalog</source>
        <translation>目录中</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Its memory is shared with the processor.</source>
        <translation>其内存与处理器共享。</translation>
    </message>
    <message>
        <source>MIG is switched on, and there is no instance to use.</source>
        <translation>MIG 已开启，但没有可用的实例。</translation>
    </message>
    <message>
        <source>MIG is switched on: only its instances can be used.</source>
        <translation>MIG 已开启：只能使用其实例。</translation>
    </message>
    <message>
        <source>GPU %1: %2</source>
        <translation>GPU %1：%2</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>The driver does not say how much memory it has.</source>
        <translation>驱动程序未报告其显存大小。</translation>
    </message>
    <message>
        <source>There is a GPU of AMD (%1), but its driver is not loaded.</source>
        <translation>有一块 AMD 的 GPU（%1），但其驱动程序未加载。</translation>
    </message>
    <message>
        <source>The answer of system_profiler cannot be read.</source>
        <translation>无法读取 system_profiler 的回答。</translation>
    </message>
    <message>
        <source>This is not a list of GPUs that Plimsoll wrote: %1.</source>
        <translation>这不是 Plimsoll 写出的 GPU 列表：%1。</translation>
    </message>
    <message>
        <source>The driver does not say how much of its memory is free.</source>
        <translation>驱动程序未报告其空闲显存。</translation>
    </message>
    <message>
        <source>There is a GPU of Intel (%1), but its driver is not loaded.</source>
        <translation>有一块 Intel 的 GPU（%1），但其驱动程序未加载。</translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>an encoder-decoder</source>
        <translation>编码器-解码器模型</translation>
    </message>
    <message>
        <source>an encoder of a kind that Plimsoll does not size yet</source>
        <translation>Plimsoll 尚不能计算的一类编码器</translation>
    </message>
    <message>
        <source>a speech model</source>
        <translation>语音模型</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>a recurrent model of a kind that Plimsoll does not size yet</source>
        <translation>Plimsoll 尚不能计算的一类循环模型</translation>
    </message>
</context>
<context>
    <name>DocumentTexts</name>
    <message>
        <source>Unsaved changes to %1 are back: Plimsoll ended before they were saved.</source>
        <translation>对 %1 的未保存更改已恢复：Plimsoll 在保存之前就结束了。</translation>
    </message>
    <message numerus="yes">
        <source>%n more unsaved plans are waiting: start Plimsoll again for the next.</source>
        <translation>
            <numerusform>还有 %n 个未保存的方案在等待：再次启动 Plimsoll 可取回下一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes to %1 are waiting: Plimsoll ended before they were saved.</source>
        <translation>对 %1 的未保存更改在等待恢复：Plimsoll 在保存之前就结束了。</translation>
    </message>
    <message>
        <source>Unsaved changes of an earlier start could not be read. What is left of them is in %1.</source>
        <translation>无法读取之前一次启动的未保存更改。剩余内容在 %1。</translation>
    </message>
    <message>
        <source>The settings could not be read, so this is the window with the defaults. The old file is now %1.</source>
        <translation>无法读取设置，因此窗口使用默认值。旧文件现为 %1。</translation>
    </message>
    <message>
        <source>%1 is not there any more. It may have been moved or renamed, or its drive is away.</source>
        <translation>%1 已不存在。它可能被移动或改名，或者所在的驱动器不可用。</translation>
    </message>
</context>
<context>
    <name>DocumentWriter</name>
    <message>
        <source>is not there</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>does not say what it was made from</source>
        <translation>文件没有说明由什么生成</translation>
    </message>
    <message>
        <source>was edited after it was made</source>
        <translation>文件生成后被修改过</translation>
    </message>
    <message>
        <source>was made from another plan, version, catalog or options</source>
        <translation>文件由另一个方案、版本、目录或另一些选项生成</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>not up to date: it %1</source>
        <comment>followed by the reason</comment>
        <translation>不是最新：%1</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); choose another folder or free some room</source>
        <translation>无法写入 %1（%2）；请选择其他文件夹或释放一些空间</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>is not what its plan gives</source>
        <translation>文件内容与其方案不符</translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>%1: %2 has no MTP module; choose draft_model or none</source>
        <translation>%1：%2 没有 MTP 模块；请选择 draft_model 或 none</translation>
    </message>
    <message>
        <source>%1: name the draft model, such as meta-llama/Llama-3.2-1B</source>
        <translation>%1：请指明草稿模型，例如 meta-llama/Llama-3.2-1B</translation>
    </message>
</context>
<context>
    <name>EditTexts</name>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>those of the checkpoint</source>
        <translation>检查点的格式</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Choose model %1</source>
        <translation>选择模型 %1</translation>
    </message>
    <message>
        <source>Change parameters to %1</source>
        <translation>参数量改为 %1</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Change weights to %1</source>
        <translation>权重改为 %1</translation>
    </message>
    <message>
        <source>Change KV cache to %1</source>
        <translation>KV 缓存改为 %1</translation>
    </message>
    <message>
        <source>Change KV cache to %1 for keys, %2 for values</source>
        <translation>KV 缓存改为键 %1、值 %2</translation>
    </message>
    <message>
        <source>Change context to %1</source>
        <translation>上下文改为 %1</translation>
    </message>
    <message>
        <source>Change users to %1</source>
        <translation>用户数改为 %1</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>提示 %1</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>shared prefix %1</source>
        <translation>共享前缀 %1</translation>
    </message>
    <message>
        <source>Clear lengths of requests</source>
        <translation>清除请求长度</translation>
    </message>
    <message>
        <source>Change requests to %1</source>
        <translation>请求改为 %1</translation>
    </message>
    <message>
        <source>Choose engine %1</source>
        <translation>选择引擎 %1</translation>
    </message>
    <message>
        <source>Choose engine %1 %2</source>
        <translation>选择引擎 %1 %2</translation>
    </message>
    <message>
        <source>Change %1 to its default</source>
        <translation>%1 改为默认值</translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation>%1 改为 %2</translation>
    </message>
    <message>
        <source>Choose no GPU</source>
        <translation>不选 GPU</translation>
    </message>
    <message>
        <source>Choose GPU %1</source>
        <translation>选择 GPU %1</translation>
    </message>
    <message>
        <source>Change number of GPUs to %1</source>
        <translation>GPU 数量改为 %1</translation>
    </message>
    <message>
        <source>Change layout to %1</source>
        <translation>布局改为 %1</translation>
    </message>
    <message>
        <source>a model of the plan</source>
        <translation>方案自带的模型</translation>
    </message>
    <message>
        <source>Remove the models beside it</source>
        <translation>移除并存的模型</translation>
    </message>
    <message>
        <source>Change models beside it to %1</source>
        <translation>并存的模型改为 %1</translation>
    </message>
    <message>
        <source>Change reserved memory to %1</source>
        <translation>预留显存改为 %1</translation>
    </message>
</context>
<context>
    <name>Engines</name>
    <message>
        <source>%1: expected one number a GPU, such as 3,1</source>
        <translation>%1：应为每个 GPU 一个数，例如 3,1</translation>
    </message>
    <message>
        <source>%1: at least one GPU must have a share</source>
        <translation>%1：至少一个 GPU 须有份额</translation>
    </message>
    <message>
        <source>%1: expected true or false</source>
        <translation>%1：应为 true 或 false</translation>
    </message>
    <message>
        <source>%1: expected one of %2</source>
        <translation>%1：应为 %2 之一</translation>
    </message>
    <message>
        <source>%1: expected a model, such as meta-llama/Llama-3.2-1B</source>
        <translation>%1：应为模型，例如 meta-llama/Llama-3.2-1B</translation>
    </message>
    <message>
        <source>%1: expected a whole number from %2 to %3</source>
        <translation>%1：应为 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>%1: expected a number from %2 to %3</source>
        <translation>%1：应为 %2 到 %3 的数</translation>
    </message>
    <message>
        <source>%1: %2 has no options</source>
        <translation>%1：%2 没有选项</translation>
    </message>
    <message>
        <source>%1: %2 has no such option; known options: %3</source>
        <translation>%1：%2 没有此选项；已知选项：%3</translation>
    </message>
    <message>
        <source>%1: %2 has no versions; leave it out</source>
        <translation>%1：%2 没有版本；请省略</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a version; expected one such as %3</source>
        <translation>%1：“%2”不是版本；应类似 %3</translation>
    </message>
    <message>
        <source>%1: the rules of %2 are known from %3 on; choose that or a newer version</source>
        <translation>%1：%2 的规则从 %3 起已知；请选择该版本或更新版本</translation>
    </message>
    <message>
        <source>%1: no engine is called &quot;%2&quot;; known engines: %3</source>
        <translation>%1：没有名为“%2”的引擎；已知引擎：%3</translation>
    </message>
</context>
<context>
    <name>EstimateCommand</name>
    <message>
        <source>--price: &quot;%1&quot; is not a price: expected US dollars for one GPU and hour, 0 to 1000000</source>
        <translation>--price：“%1”不是价格：应为一个 GPU 每小时的美元数，0 到 1000000</translation>
    </message>
    <message>
        <source>--batch answers in JSON: add --json</source>
        <translation>--batch 以 JSON 回答：请加上 --json</translation>
    </message>
    <message>
        <source>%1 contradicts --batch: write it into the plans of the batch</source>
        <translation>%1 与 --batch 冲突：请写入批处理的方案中</translation>
    </message>
    <message>
        <source>--check needs a GPU to check against: add --gpu ID</source>
        <translation>--check 需要 GPU 作为对照：请加上 --gpu ID</translation>
    </message>
    <message>
        <source>How much GPU memory a plan takes, and what carries it.</source>
        <translation>一个方案占用多少显存，哪些硬件能承载。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>as a plimsoll.estimate/1 document</source>
        <translation>以 plimsoll.estimate/1 文档的形式</translation>
    </message>
    <message>
        <source>exit status 1 where it does not fit</source>
        <translation>放不下时退出状态为 1</translation>
    </message>
    <message>
        <source>the formula of every item, with the numbers in it</source>
        <translation>每一项的公式及其中的数值</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>your price for one GPU and hour, instead of the catalog&apos;s</source>
        <translation>您的一个 GPU 每小时价格，替代目录价格</translation>
    </message>
    <message>
        <source>one plan document a line in, one answer a line out; with --json</source>
        <translation>输入每行一个方案文档，输出每行一个结果；需配合 --json</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>EstimateText</name>
    <message>
        <source>fullest GPU</source>
        <translation>占用最多的 GPU</translation>
    </message>
    <message>
        <source>per GPU</source>
        <translation>每个 GPU</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>To load: %1 on disk, %2 of the computer&apos;s memory</source>
        <translation>加载需要：磁盘 %1，计算机内存 %2</translation>
    </message>
    <message>
        <source>To load: %1 on disk</source>
        <translation>加载需要：磁盘 %1</translation>
    </message>
    <message>
        <source>KV cache: %1 bytes a token</source>
        <translation>KV 缓存：每个 token %1 字节</translation>
    </message>
    <message>
        <source>; the engine sets aside %1 for %2 tokens, %3 sequences of this length at once</source>
        <translation>；引擎预留 %1，可容纳 %2 个 token，同时 %3 个此长度的序列</translation>
    </message>
    <message>
        <source>It is sized by what is in use: %1 of up to %2 tokens a sequence on average.</source>
        <translation>按实际使用量计算：每个序列平均 %1 个 token，最多 %2 个。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>stored as</source>
        <translation>存储格式</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>合计：%1</translation>
    </message>
    <message>
        <source>90 % interval: %1 to %2 (%3)</source>
        <translation>90% 区间：%1 至 %2（%3）</translation>
    </message>
    <message>
        <source>Quality of %1: %2</source>
        <translation>%1 的质量：%2</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message numerus="yes">
        <source>Beside it: %1 on %2 takes %3 of %n GPU(s)</source>
        <translation>
            <numerusform>同卡运行：%1（%2）在 %n 个 GPU 上占用 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>A card sold as &quot;%1 GB&quot; has about %1 GiB, for memory is counted in powers of two: %2 can use %3 of it. %4</source>
        <translation>标称“%1 GB”的卡约有 %1 GiB，因为内存按 2 的幂计量：%2 可使用其中的 %3。%4</translation>
    </message>
    <message>
        <source>Rule of thumb</source>
        <translation>经验法则</translation>
    </message>
    <message>
        <source>M = P × Q/8 × 1.2</source>
        <translation>M = P × Q/8 × 1.2</translation>
    </message>
    <message>
        <source>%1 parameters: %2 × 1.2 = %3</source>
        <translation>%1 参数：%2 × 1.2 = %3</translation>
    </message>
    <message>
        <source>× 1.2 on the weights: %1</source>
        <translation>权重 × 1.2：%1</translation>
    </message>
    <message>
        <source>× 1.2, no KV cache: %1, the same</source>
        <translation>× 1.2，不含 KV 缓存：%1，相同</translation>
    </message>
    <message>
        <source>× 1.2, no KV cache: %1, %2 % too low</source>
        <translation>× 1.2，不含 KV 缓存：%1，偏低 %2%</translation>
    </message>
    <message>
        <source>× 1.2, no KV cache: %1, %2 % too high</source>
        <translation>× 1.2，不含 KV 缓存：%1，偏高 %2%</translation>
    </message>
    <message>
        <source>The rule allows %1 for everything but the weights; this plan takes %2: KV cache %3, the engine %4.</source>
        <translation>该法则为权重以外的一切留出 %1；此方案需要 %2：KV 缓存 %3，引擎 %4。</translation>
    </message>
    <message>
        <source>%1 × %2 hold %3, this needs %4.</source>
        <translation>%1 × %2 可容纳 %3，此方案需要 %4。</translation>
    </message>
    <message>
        <source>The widely copied rule: 13 billion parameters at 16 bits are 31.2 GB.</source>
        <translation>广为流传的法则：130 亿参数在 16 位下为 31.2 GB。</translation>
    </message>
    <message>
        <source>Calibrated with your log of %1: %2, %3 in all</source>
        <translation>已用您的日志校准（%1）：%2，共 %3</translation>
    </message>
</context>
<context>
    <name>ExplainPage</name>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>%1: a figure is a file that ends in .svg, .pdf or .png</source>
        <translation>%1：图表文件须以 .svg、.pdf 或 .png 结尾</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); choose another folder or free some room</source>
        <translation>无法写入 %1（%2）；请选择其他文件夹或释放一些空间</translation>
    </message>
</context>
<context>
    <name>FigurePlan</name>
    <message>
        <source>%1: this figure carries no plan: another program made it, or took it out. Give a figure as Plimsoll wrote it, or the plan itself</source>
        <translation>%1：此图不带方案：它由其他程序生成，或方案已被去掉。请提供 Plimsoll 写出的原图，或方案本身</translation>
    </message>
    <message>
        <source>%1: this figure was changed after Plimsoll made it, so it carries no plan that is sure to be its own. Give the figure as Plimsoll wrote it, or the plan itself</source>
        <translation>%1：此图在 Plimsoll 生成之后被改动过，因此无法确认其中的方案属于它。请提供 Plimsoll 写出的原图，或方案本身</translation>
    </message>
    <message numerus="yes">
        <source>%1: this report carries %n plans: give one of these as a file of its own, or a report on it alone</source>
        <translation>
            <numerusform>%1：此报告带有 %n 个方案：请给出其中一个方案的文件，或只含该方案的报告</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileBeginning</name>
    <message>
        <source>%1: The header goes on to byte %2 at least, but only %3 bytes are here. Fetch more of it.</source>
        <translation>%1：文件头至少延续到字节 %2，但这里只有 %3 字节。请获取更多内容。</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Memory carries %1 tokens a sequence; the model is made for %2.</source>
        <translation>显存可容纳每个序列 %1 个 token；模型的设计上限为 %2。</translation>
    </message>
    <message>
        <source>Up to %1 tokens a sequence.</source>
        <translation>每个序列最多 %1 个 token。</translation>
    </message>
    <message>
        <source>Up to %1 sequences of %2 tokens at once.</source>
        <translation>最多同时 %1 个序列，每个 %2 个 token。</translation>
    </message>
    <message>
        <source>No legal number of %1 carries this plan.</source>
        <translation>没有任何合法数量的 %1 能承载此方案。</translation>
    </message>
    <message>
        <source>%1 × %2, %3.</source>
        <translation>%1 × %2，%3。</translation>
    </message>
    <message>
        <source>No format that the engine loads fits these GPUs.</source>
        <translation>引擎能加载的格式都放不进这些 GPU。</translation>
    </message>
    <message>
        <source>%1, with %2 to spare.</source>
        <translation>%1，剩余 %2。</translation>
    </message>
    <message>
        <source>No legal layout of these GPUs carries this plan.</source>
        <translation>这些 GPU 的任何合法布局都不能承载此方案。</translation>
    </message>
    <message>
        <source>%1, with %2 to spare on the fullest GPU.</source>
        <translation>%1，占用最多的 GPU 剩余 %2。</translation>
    </message>
    <message>
        <source>No legal layout of these GPUs carries this plan at a speed that is known.</source>
        <translation>这些 GPU 没有速度已知且能承载此方案的合法布局。</translation>
    </message>
    <message>
        <source>%1, %2 tokens/s in all, with %3 to spare on the fullest GPU.</source>
        <translation>%1，总计 %2 token/s，占用最多的 GPU 剩余 %3。</translation>
    </message>
    <message>
        <source>No single GPU of the catalog carries this plan.</source>
        <translation>目录中没有单个 GPU 能承载此方案。</translation>
    </message>
    <message>
        <source>No model of the catalog fits these GPUs.</source>
        <translation>目录中没有模型能放进这些 GPU。</translation>
    </message>
    <message>
        <source>%1 (%2 parameters), with %3 to spare.</source>
        <translation>%1（%2 参数），剩余 %3。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>fits, %1 to spare</source>
        <translation>放得下，剩余 %1</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>%1 (%2 parameters), %3 to spare</source>
        <translation>%1（%2 参数），剩余 %3</translation>
    </message>
    <message>
        <source>%1 × %2, %3 to spare</source>
        <translation>%1 × %2，剩余 %3</translation>
    </message>
    <message>
        <source>, $%1 an hour (%2, indicative)</source>
        <translation>，每小时 $%1（%2，仅供参考）</translation>
    </message>
    <message>
        <source>No GPU of the catalog carries this plan in any number.</source>
        <translation>目录中的 GPU 无论多少都不能承载此方案。</translation>
    </message>
    <message>
        <source>gpus: name the GPUs that the question is about</source>
        <translation>gpus：请指明问题所涉及的 GPU</translation>
    </message>
    <message>
        <source>The weights (%1 a GPU) and what the engine takes beside them leave no room for a single token.</source>
        <translation>权重（每个 GPU %1）和引擎的其他占用没有给任何一个 token 留下空间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a question; there are %2</source>
        <translation>“%1”不是问题；可用的有 %2</translation>
    </message>
    <message>
        <source>tensor parallel %1</source>
        <translation>张量并行 %1</translation>
    </message>
    <message>
        <source>pipeline parallel %1</source>
        <translation>流水线并行 %1</translation>
    </message>
    <message>
        <source>data parallel %1</source>
        <translation>数据并行 %1</translation>
    </message>
    <message>
        <source>expert parallel %1</source>
        <translation>专家并行 %1</translation>
    </message>
    <message>
        <source>, at most %1 tokens/s a sequence</source>
        <translation>，每个序列至多 %1 token/s</translation>
    </message>
    <message>
        <source>, %1 tokens/s a sequence</source>
        <translation>，每个序列 %1 token/s</translation>
    </message>
    <message>
        <source>No model of the catalog or of this disk fits these GPUs.</source>
        <translation>目录和本机磁盘上没有模型放得进这些 GPU。</translation>
    </message>
    <message>
        <source>%1 as %2, with %3 to spare.</source>
        <translation>%1，%2 格式，剩余 %3。</translation>
    </message>
    <message>
        <source>Your calibration is on: %1.</source>
        <translation>您的校准已启用：%1。</translation>
    </message>
</context>
<context>
    <name>FitCommand</name>
    <message>
        <source>The reverse questions: how much of something a plan&apos;s GPUs carry.</source>
        <translation>反向问题：方案的 GPU 能承载多少。</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>as a plimsoll.fit/1 document</source>
        <translation>以 plimsoll.fit/1 文档的形式</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>--question is missing: one of %1</source>
        <translation>缺少 --question：应为 %1 之一</translation>
    </message>
    <message>
        <source>--question: &quot;%1&quot; is not one of %2</source>
        <translation>--question：“%1”不是 %2 之一</translation>
    </message>
    <message>
        <source>gpus: no GPU of this computer was found; name those of the question: --gpu ID[:COUNT] with an id of plimsoll catalog gpus</source>
        <translation>gpus：未在本机找到 GPU；请指明要问的 GPU：--gpu ID[:COUNT]，ID 见 plimsoll catalog gpus</translation>
    </message>
    <message>
        <source>on %1 × %2, %3 of each taken by others</source>
        <translation>在 %1 × %2 上，每个已被其他程序占用 %3</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>Context up to</source>
        <translation>上下文上限</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>所在程序</translation>
    </message>
    <message>
        <source>Other formats</source>
        <translation>其他格式</translation>
    </message>
    <message>
        <source>catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>of the question &quot;here&quot;: read /sys, /proc and /usr/share below this folder</source>
        <translation>用于问题 &quot;here&quot;：从此文件夹下读取 /sys、/proc 和 /usr/share</translation>
    </message>
</context>
<context>
    <name>FormatMatrix</name>
    <message>
        <source>As published</source>
        <translation>发布格式</translation>
    </message>
</context>
<context>
    <name>FormatRecord</name>
    <message>
        <source>is missing.</source>
        <translation>缺失。</translation>
    </message>
    <message>
        <source>must be two whole numbers: bytes and weights of a block.</source>
        <translation>须为两个整数：一个块的字节数和权重数。</translation>
    </message>
    <message>
        <source>is more than 128 bits a weight.</source>
        <translation>超过每个权重 128 位。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the role of a tensor; expected one of: %2.</source>
        <translation>“%1”不是张量的角色；应为以下之一：%2。</translation>
    </message>
    <message>
        <source>must be in lower case.</source>
        <translation>须为小写。</translation>
    </message>
</context>
<context>
    <name>GgufReader</name>
    <message>
        <source>this is no GGUF file: it does not begin with &quot;GGUF&quot;. It may be another format, or a text that stands for a large file in a Git repository.</source>
        <translation>这不是 GGUF 文件：它不以“GGUF”开头。可能是其他格式，或是 Git 仓库中代替大文件的文本。</translation>
    </message>
    <message>
        <source>version %1 of GGUF is not known; 1, 2 and 3 are. A newer program may read it.</source>
        <translation>未知的 GGUF 版本 %1；已知 1、2 和 3。更新的程序也许能读取。</translation>
    </message>
    <message>
        <source>%1 tensors do not fit into the file&apos;s %2 bytes.</source>
        <translation>%1 个张量放不进文件的 %2 字节。</translation>
    </message>
    <message>
        <source>%1 keys are more than a file of %2 bytes has.</source>
        <translation>%1 个键超出 %2 字节的文件所能容纳的数量。</translation>
    </message>
    <message>
        <source>the name of a %1 is not UTF-8.</source>
        <translation>%1 的名称不是 UTF-8。</translation>
    </message>
    <message>
        <source>the key is there twice.</source>
        <translation>该键出现了两次。</translation>
    </message>
    <message>
        <source>%1 is no type of a value.</source>
        <translation>%1 不是值的类型。</translation>
    </message>
    <message>
        <source>its text is not UTF-8.</source>
        <translation>其文本不是 UTF-8。</translation>
    </message>
    <message>
        <source>a list of lists, which no program reads.</source>
        <translation>列表的列表，没有程序能读取。</translation>
    </message>
    <message>
        <source>%1 is no type of a list&apos;s elements.</source>
        <translation>%1 不是列表元素的类型。</translation>
    </message>
    <message>
        <source>two tensors have this name.</source>
        <translation>两个张量同名。</translation>
    </message>
    <message>
        <source>its type %1 is no longer in GGUF files. Convert the model again.</source>
        <translation>其类型 %1 已从 GGUF 文件中移除。请重新转换模型。</translation>
    </message>
    <message>
        <source>ggml type %1 is not known. A newer program may read it.</source>
        <translation>未知的 ggml 类型 %1。更新的程序也许能读取。</translation>
    </message>
    <message>
        <source>its rows of %1 weights are no multiple of the %2 of a block of %3.</source>
        <translation>其每行 %1 个权重，不是 %3 每块 %2 个的倍数。</translation>
    </message>
    <message>
        <source>the tensor is larger than 64 bits count.</source>
        <translation>张量大小超出 64 位。</translation>
    </message>
    <message>
        <source>it has %1 dimensions; %2 are the most.</source>
        <translation>它有 %1 个维度；最多 %2 个。</translation>
    </message>
    <message>
        <source>its dimensions multiply to more than 64 bits count.</source>
        <translation>其维度之积超出 64 位。</translation>
    </message>
    <message>
        <source>%1 is no power of two.</source>
        <translation>%1 不是 2 的幂。</translation>
    </message>
    <message>
        <source>its offset %1 is no multiple of the alignment %2.</source>
        <translation>其偏移 %1 不是对齐值 %2 的倍数。</translation>
    </message>
    <message>
        <source>its offset %1 is beyond 64 bits.</source>
        <translation>其偏移 %1 超出 64 位。</translation>
    </message>
    <message>
        <source>its data ends at byte %1, but the file has %2. It may be only partly downloaded: fetch it again.</source>
        <translation>其数据到字节 %1 结束，但文件只有 %2 字节。可能只下载了一部分：请重新获取。</translation>
    </message>
    <message>
        <source>its data overlaps that of another tensor.</source>
        <translation>其数据与另一张量的数据重叠。</translation>
    </message>
</context>
<context>
    <name>GgufShape</name>
    <message>
        <source>The module for multi-token prediction has %1 weights, but is of a shape that is not known; it is counted as %2.</source>
        <translation>多 token 预测模块有 %1 个权重，但形状未知；按 %2 计入。</translation>
    </message>
    <message>
        <source>The architecture &quot;%1&quot; is not known: it is read as a plain transformer from the keys it has. The weights are exact; the KV cache could be too large where layers have windows or states.</source>
        <translation>未知的架构“%1”：根据其已有的键按普通 Transformer 读取。权重是精确的；若有的层带窗口或状态，KV 缓存可能偏大。</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1：%2：%3</translation>
    </message>
    <message>
        <source>%1 is not within %2 to %3.</source>
        <translation>%1 不在 %2 到 %3 之内。</translation>
    </message>
    <message>
        <source>the key is missing. The file may be no language model, or written by hand.</source>
        <translation>缺少该键。文件可能不是语言模型，或是手工编写的。</translation>
    </message>
    <message>
        <source>the tensor is missing. A part of the model may be missing: name its first part.</source>
        <translation>缺少该张量。可能缺少模型的一部分：请指明其第一个分片。</translation>
    </message>
    <message>
        <source>%1 x %2 is larger than any model&apos;s.</source>
        <translation>%1 x %2 大于任何模型。</translation>
    </message>
    <message>
        <source>%1 belongs to none of the %2 layers; it is counted as a weight all the same.</source>
        <translation>%1 不属于 %2 层中的任何一层；仍作为权重计入。</translation>
    </message>
    <message>
        <source>the key is missing, but layers have a state.</source>
        <translation>缺少该键，但有的层带状态。</translation>
    </message>
    <message>
        <source>the key is missing, but layers have a convolution.</source>
        <translation>缺少该键，但有的层带卷积。</translation>
    </message>
    <message>
        <source>the sizes of its tensors are beyond those of any model.</source>
        <translation>其张量的尺寸超出任何模型。</translation>
    </message>
    <message>
        <source>RWKV keeps a state of constant size instead of a KV cache; it is small and is not counted.</source>
        <translation>RWKV 保存大小恒定的状态而不是 KV 缓存；它很小，未计入。</translation>
    </message>
</context>
<context>
    <name>GgufTexts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the model has %1 parts, but %2 were given. Get the others as well.</source>
        <translation>该模型有 %1 个分片，但只给出了 %2 个。请补齐其余分片。</translation>
    </message>
    <message>
        <source>part %1 of %2 says that it is another part. Files of two models may be mixed.</source>
        <translation>%2 个分片中的第 %1 个自称是另一个分片。两个模型的文件可能混在了一起。</translation>
    </message>
    <message>
        <source>it lists more tensors than can be counted.</source>
        <translation>它列出的张量多得无法计数。</translation>
    </message>
    <message>
        <source>two of the parts have a tensor of this name.</source>
        <translation>两个分片中有同名的张量。</translation>
    </message>
    <message>
        <source>%1 tensors are announced, the parts have %2.</source>
        <translation>声明了 %1 个张量，各分片共有 %2 个。</translation>
    </message>
    <message>
        <source>there is no file to read.</source>
        <translation>没有可读取的文件。</translation>
    </message>
    <message>
        <source>general.architecture is missing, so it is not known what the tensors are. Name the first part of a model that is split, or convert the model again.</source>
        <translation>缺少 general.architecture，因此不知道各张量是什么。请指明分片模型的第一个分片，或重新转换模型。</translation>
    </message>
    <message>
        <source>the file has no tensors: it holds a vocabulary or metadata only. Name the file with the weights.</source>
        <translation>文件中没有张量：只有词表或元数据。请指明含权重的文件。</translation>
    </message>
    <message>
        <source>its tensors have more weights than any model.</source>
        <translation>其张量的权重多于任何模型。</translation>
    </message>
</context>
<context>
    <name>GpuRecord</name>
    <message>
        <source>must not contain &quot;/&quot;, which names MIG slices.</source>
        <translation>不得含有“/”，它用于命名 MIG 切片。</translation>
    </message>
    <message>
        <source>times devices_per_package is not memory_gb.</source>
        <translation>乘以 devices_per_package 不等于 memory_gb。</translation>
    </message>
    <message>
        <source>is more than the marketed memory.</source>
        <translation>大于标称显存。</translation>
    </message>
    <message>
        <source>The system&apos;s default limit for graphics memory.</source>
        <translation>系统对图形内存的默认上限。</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>Nothing measured: the marketed size as GiB, less 2 GiB for the operating system.</source>
        <translation>无实测：标称大小按 GiB 计，减去操作系统的 2 GiB。</translation>
    </message>
    <message>
        <source>Nothing measured: the marketed size as GiB, less 420 + 1.7 x GB MiB, which is what NVIDIA&apos;s driver keeps back.</source>
        <translation>无实测：标称大小按 GiB 计，减去 420 + 1.7 x GB MiB，即 NVIDIA 驱动程序的保留量。</translation>
    </message>
    <message>
        <source>is more than nominal_gb.</source>
        <translation>大于 nominal_gb。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>%1, MIG %2</source>
        <translation>%1，MIG %2</translation>
    </message>
    <message>
        <source>The profile&apos;s name as GiB, scaled as the whole card&apos;s usable memory is to its marketed size.</source>
        <translation>配置名称中的大小按 GiB 计，再按整卡可用显存与标称大小之比缩放。</translation>
    </message>
    <message>
        <source>MIG: %1</source>
        <translation>MIG：%1</translation>
    </message>
</context>
<context>
    <name>GpusChart</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, holds %2, of which %3 may be used</source>
        <translation>%1，共 %2，其中可用 %3</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>%1 to spare</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Memory per GPU: %1</source>
        <translation>每个 GPU 的显存：%1</translation>
    </message>
    <message>
        <source>One device</source>
        <translation>单个设备</translation>
    </message>
    <message>
        <source>each GPU</source>
        <translation>每个 GPU</translation>
    </message>
</context>
<context>
    <name>HubCache</name>
    <message>
        <source>%1 cannot be written: %2. Free some space, or name another folder in HF_HOME.</source>
        <translation>无法写入 %1：%2。请释放一些空间，或用 HF_HOME 指定其他文件夹。</translation>
    </message>
</context>
<context>
    <name>HubChoice</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>several files are %1: %2. Give the address of one of them.</source>
        <translation>有多个文件是 %1：%2。请给出其中一个的地址。</translation>
    </message>
    <message>
        <source>there are no GGUF files in it; leave :%1 out.</source>
        <translation>其中没有 GGUF 文件；请去掉 :%1。</translation>
    </message>
    <message>
        <source>there is no %1 in it; there are %2.</source>
        <translation>其中没有 %1；有 %2。</translation>
    </message>
    <message>
        <source>several models are in it: %1. Name one, as in %2:%3.</source>
        <translation>其中有多个模型：%1。请指明一个，例如 %2:%3。</translation>
    </message>
    <message>
        <source>there is no model in it that can be read: neither config.json, nor safetensors or GGUF files.</source>
        <translation>其中没有可读取的模型：既无 config.json，也无 safetensors 或 GGUF 文件。</translation>
    </message>
    <message>
        <source>there is no model file %1 in it. Check its name and the revision.</source>
        <translation>其中没有模型文件 %1。请检查名称和修订版本。</translation>
    </message>
</context>
<context>
    <name>HubErrors</name>
    <message>
        <source>Check that your token may read it (HF_TOKEN, or hf auth login).</source>
        <translation>请检查您的令牌是否有权读取（HF_TOKEN，或 hf auth login）。</translation>
    </message>
    <message>
        <source>If it is private, set HF_TOKEN to a token of yours, or use hf auth login.</source>
        <translation>若为私有模型，请将 HF_TOKEN 设为您的令牌，或使用 hf auth login。</translation>
    </message>
    <message>
        <source>%1 is gated: accept its terms at %2 with the account of your token, and ask again.</source>
        <translation>%1 需要许可：请用令牌所属账户在 %2 接受条款，然后再次查询。</translation>
    </message>
    <message>
        <source>%1 is gated: accept its terms at %2, set HF_TOKEN to a token of that account, and ask again.</source>
        <translation>%1 需要许可：请在 %2 接受条款，将 HF_TOKEN 设为该账户的令牌，然后再次查询。</translation>
    </message>
    <message>
        <source>%1 has no revision %2. Check the name of the branch, tag or commit.</source>
        <translation>%1 没有修订版本 %2。请检查分支、标签或提交的名称。</translation>
    </message>
    <message>
        <source>A file that %1 lists is not there. Ask again; it may just be changing.</source>
        <translation>%1 所列的一个文件不存在。请再次查询；它可能正在更改。</translation>
    </message>
    <message>
        <source>The Hugging Face Hub has no model %1 at %2. Check the name. %3</source>
        <translation>Hugging Face Hub 在 %2 没有模型 %1。请检查名称。%3</translation>
    </message>
    <message>
        <source>%1 does not accept your token. Make a new one at https://huggingface.co/settings/tokens, and set HF_TOKEN to it.</source>
        <translation>%1 不接受您的令牌。请在 https://huggingface.co/settings/tokens 新建令牌，并设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>%1 does not let you read %2. Accept its terms on its page, if it has any. %3</source>
        <translation>%1 不允许您读取 %2。若其页面有条款，请接受。%3</translation>
    </message>
    <message>
        <source>%1 has had too many questions and asks to wait %2 s. Ask again then; with HF_TOKEN set it allows more.</source>
        <translation>对 %1 的请求过多，需等待 %2 秒。请届时再查询；设置 HF_TOKEN 可提高限额。</translation>
    </message>
    <message>
        <source>%1 has had too many questions. Ask again in some minutes; with HF_TOKEN set it allows more.</source>
        <translation>对 %1 的请求过多。请几分钟后再查询；设置 HF_TOKEN 可提高限额。</translation>
    </message>
    <message>
        <source>%1 has a fault (status %2). Ask again later.</source>
        <translation>%1 出现故障（状态 %2）。请稍后再查询。</translation>
    </message>
    <message>
        <source>%1 answered with status %2, which makes no sense here. Check HF_ENDPOINT and the proxy.</source>
        <translation>%1 返回了状态 %2，在此没有意义。请检查 HF_ENDPOINT 和代理。</translation>
    </message>
    <message>
        <source>%1 cannot be trusted: %2. Check the computer&apos;s clock and its certificates; a company&apos;s proxy needs its own installed.</source>
        <translation>无法信任 %1：%2。请检查计算机的时钟和证书；公司代理需要安装其自己的证书。</translation>
    </message>
    <message>
        <source>The proxy does not let %1 be reached: %2. Check https_proxy, http_proxy and no_proxy.</source>
        <translation>代理不允许连接 %1：%2。请检查 https_proxy、http_proxy 和 no_proxy。</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the network, or ask again later.</source>
        <translation>%1 没有响应。请检查网络，或稍后再查询。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network and HF_ENDPOINT.</source>
        <translation>无法连接 %1：%2。请检查网络和 HF_ENDPOINT。</translation>
    </message>
    <message>
        <source>The connection to %1 broke off: %2. Ask again.</source>
        <translation>与 %1 的连接中断：%2。请再次查询。</translation>
    </message>
</context>
<context>
    <name>HubFolder</name>
    <message>
        <source>%1: There is no such file in the repository; what names it may be of another revision.</source>
        <translation>%1：仓库中没有此文件；引用它的可能是另一个修订版本。</translation>
    </message>
</context>
<context>
    <name>HubListing</name>
    <message>
        <source>The Hugging Face Hub&apos;s answer about %1 cannot be used: %2. Try again, or check HF_ENDPOINT.</source>
        <translation>Hugging Face Hub 关于 %1 的回答无法使用：%2。请重试，或检查 HF_ENDPOINT。</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>它不是 JSON 对象</translation>
    </message>
    <message>
        <source>its &quot;id&quot; is no name of a model</source>
        <translation>其“id”不是模型名称</translation>
    </message>
    <message>
        <source>its &quot;sha&quot; is no commit</source>
        <translation>其“sha”不是提交</translation>
    </message>
    <message>
        <source>it has no &quot;siblings&quot;, the list of files</source>
        <translation>它没有文件列表“siblings”</translation>
    </message>
    <message>
        <source>the size of %1 is missing</source>
        <translation>缺少 %1 的大小</translation>
    </message>
    <message>
        <source>a file in it has a name that leads elsewhere</source>
        <translation>其中一个文件的名称指向别处</translation>
    </message>
    <message>
        <source>it lists a file twice</source>
        <translation>它将一个文件列出了两次</translation>
    </message>
</context>
<context>
    <name>HubModel</name>
    <message>
        <source>%1 has not been fetched from the Hugging Face Hub yet. Ask for it: plimsoll inspect %1</source>
        <translation>尚未从 Hugging Face Hub 获取 %1。请查询：plimsoll inspect %1</translation>
    </message>
    <message>
        <source>%1 at commit %2</source>
        <translation>%1，提交 %2</translation>
    </message>
</context>
<context>
    <name>HubQuestion</name>
    <message>
        <source>Asking the Hugging Face Hub for %1: %2 of %3 files, %4</source>
        <translation>正在向 Hugging Face Hub 查询 %1：%2/%3 个文件，%4</translation>
    </message>
    <message>
        <source>%1 This is what the Hub said when it was asked before.</source>
        <translation>%1 这是之前查询时 Hub 的回答。</translation>
    </message>
</context>
<context>
    <name>HubReference</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>behind the colon is no quantisation; expected one such as :Q4_K_M.</source>
        <translation>冒号后面不是量化名称；应类似 :Q4_K_M。</translation>
    </message>
    <message>
        <source>this is no name of a model on the Hugging Face Hub; expected one such as Qwen/Qwen3-8B, of letters, digits, -, _ and a dot between them.</source>
        <translation>这不是 Hugging Face Hub 上的模型名称；应类似 Qwen/Qwen3-8B，由字母、数字、-、_ 以及其间的点组成。</translation>
    </message>
    <message>
        <source>the address names no file; copy it from the page of the model.</source>
        <translation>该地址没有指明文件；请从模型页面复制。</translation>
    </message>
    <message>
        <source>this is a dataset; expected the address of a model.</source>
        <translation>这是数据集；应为模型的地址。</translation>
    </message>
    <message>
        <source>this is a Space; expected the address of a model.</source>
        <translation>这是 Space；应为模型的地址。</translation>
    </message>
    <message>
        <source>this is not the page of a model; expected an address such as https://huggingface.co/Qwen/Qwen3-8B.</source>
        <translation>这不是模型页面；应为类似 https://huggingface.co/Qwen/Qwen3-8B 的地址。</translation>
    </message>
    <message>
        <source>only addresses of the Hugging Face Hub can be read, such as https://huggingface.co/Qwen/Qwen3-8B.</source>
        <translation>只能读取 Hugging Face Hub 的地址，例如 https://huggingface.co/Qwen/Qwen3-8B。</translation>
    </message>
    <message>
        <source>a model of the Hugging Face Hub has an organisation before its name, such as Qwen/Qwen3-8B.</source>
        <translation>Hugging Face Hub 的模型名称前须有组织名，例如 Qwen/Qwen3-8B。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a branch, tag or commit.</source>
        <translation>“%1”不是分支、标签或提交的名称。</translation>
    </message>
    <message>
        <source>this is no name of a file in a repository.</source>
        <translation>这不是仓库中文件的名称。</translation>
    </message>
</context>
<context>
    <name>Input</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no file was named</source>
        <translation>未指明文件</translation>
    </message>
    <message>
        <source>a file name cannot contain a null character</source>
        <translation>文件名不能含有空字符</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>this is a folder: name a file in it</source>
        <translation>这是文件夹：请指明其中的文件</translation>
    </message>
    <message>
        <source>it cannot be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>it is larger than 16 MiB: this is not a plan</source>
        <translation>大于 16 MiB：这不是方案</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>this is a device, not a file; for standard input use -</source>
        <translation>这是设备而不是文件；标准输入请用 -</translation>
    </message>
    <message>
        <source>nobody writes to this pipe: start its writer, or name a file</source>
        <translation>没有程序向此管道写入：请启动写入程序，或指明文件</translation>
    </message>
    <message>
        <source>it cannot be opened (%1)</source>
        <translation>无法打开（%1）</translation>
    </message>
    <message>
        <source>it cannot be opened: may you read it?</source>
        <translation>无法打开：您是否有读取权限？</translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message>
        <source>inspect: name one model, such as meta-llama/Llama-3.1-8B, or a size, such as 13e9</source>
        <translation>inspect：请指明一个模型，例如 meta-llama/Llama-3.1-8B，或一个规模，例如 13e9</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>active</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>MTP</source>
        <translation>MTP</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Context limit</source>
        <translation>上下文上限</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>KV cache at 16 bits</source>
        <translation>16 位时的 KV 缓存</translation>
    </message>
    <message>
        <source>%1 bytes a token</source>
        <translation>每个 token %1 字节</translation>
    </message>
    <message>
        <source>Weights at 16 bits</source>
        <translation>16 位时的权重</translation>
    </message>
    <message>
        <source>Published as</source>
        <translation>发布格式</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>What a model file or folder, a model of the catalog, or a free size such as 13e9, is made of. For an address of the Hugging Face Hub, or org/name that is neither, the Hub is asked.</source>
        <translation>列出模型文件或文件夹、目录中的模型或自定义规模（如 13e9）的构成。对于 Hugging Face Hub 的地址，或前两者皆非的 org/name，会查询 Hub。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>a size instead of a model: 13e9, 13B, 0.5b</source>
        <translation>以规模代替模型：13e9、13B、0.5b</translation>
    </message>
    <message>
        <source>list the models on this computer, of Hugging Face, llama.cpp, LM Studio and Ollama</source>
        <translation>列出本机上 Hugging Face、llama.cpp、LM Studio 和 Ollama 的模型</translation>
    </message>
    <message>
        <source>as a plimsoll.model/1 document, with --local plimsoll.localModels/1</source>
        <translation>以 plimsoll.model/1 文档的形式；配合 --local 时为 plimsoll.localModels/1</translation>
    </message>
    <message>
        <source>--local lists all models; name none with it</source>
        <translation>--local 列出所有模型；不要再指明模型</translation>
    </message>
</context>
<context>
    <name>JsonFields</name>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>应为%1，实为 %2</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1：%2：%3</translation>
    </message>
</context>
<context>
    <name>JsonPull</name>
    <message>
        <source>text follows the end of the JSON.</source>
        <translation>JSON 结束之后还有文本。</translation>
    </message>
    <message>
        <source>the JSON ends in the middle.</source>
        <translation>JSON 在中途结束。</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;}&quot;.</source>
        <translation>应为“,”或“}”。</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;]&quot;.</source>
        <translation>应为“,”或“]”。</translation>
    </message>
    <message>
        <source>expected a key in quotes.</source>
        <translation>应为带引号的键。</translation>
    </message>
    <message>
        <source>expected &quot;:&quot; behind the key.</source>
        <translation>键之后应为“:”。</translation>
    </message>
    <message>
        <source>expected a value.</source>
        <translation>应为值。</translation>
    </message>
    <message>
        <source>it is nested more than %1 deep.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>expected a number.</source>
        <translation>应为数。</translation>
    </message>
    <message>
        <source>expected digits behind the point.</source>
        <translation>小数点后应为数字。</translation>
    </message>
    <message>
        <source>expected digits in the exponent.</source>
        <translation>指数中应为数字。</translation>
    </message>
    <message>
        <source>a control character within a text.</source>
        <translation>文本中有控制字符。</translation>
    </message>
    <message>
        <source>the text in quotes has no end.</source>
        <translation>带引号的文本没有结尾。</translation>
    </message>
    <message>
        <source>the text is not UTF-8.</source>
        <translation>文本不是 UTF-8。</translation>
    </message>
    <message>
        <source>no such escape sequence.</source>
        <translation>没有此转义序列。</translation>
    </message>
    <message>
        <source>half of a surrogate pair.</source>
        <translation>不完整的代理对。</translation>
    </message>
    <message>
        <source>%1: At byte %2: %3</source>
        <translation>%1：字节 %2 处：%3</translation>
    </message>
    <message>
        <source>%1: %2, before byte %3: %4</source>
        <translation>%1：%2，字节 %3 之前：%4</translation>
    </message>
</context>
<context>
    <name>Kubernetes</name>
    <message>
        <source>gpus: choose the GPUs that the pods are to have</source>
        <translation>gpus：请选择 Pod 所用的 GPU</translation>
    </message>
    <message>
        <source>gpus: a manifest takes one kind of GPU; choose one</source>
        <translation>gpus：一个清单只能用一种 GPU；请选择一种</translation>
    </message>
    <message>
        <source>gpus: no device plugin is known for %1</source>
        <translation>gpus：%1 没有已知的设备插件</translation>
    </message>
    <message>
        <source>For %1 %2</source>
        <translation>适用于 %1 %2</translation>
    </message>
    <message>
        <source>gpus: %1 over several nodes needs a launcher of its own; choose GPUs of one node</source>
        <translation>gpus：跨多个节点的 %1 需要自己的启动器；请选择单个节点的 GPU</translation>
    </message>
</context>
<context>
    <name>LanguageOption</name>
    <message>
        <source>language of the texts</source>
        <translation>文本的语言</translation>
    </message>
    <message>
        <source>--language: &quot;%1&quot; is not one of %2</source>
        <translation>--language：“%1”不是 %2 之一</translation>
    </message>
</context>
<context>
    <name>LaunchCommand</name>
    <message>
        <source>Put the model in the place of MODEL: the plan has none that an engine could load.</source>
        <translation>请将 MODEL 替换为模型：方案中没有引擎能加载的模型。</translation>
    </message>
    <message>
        <source>The name of the GGUF file is an example.</source>
        <translation>GGUF 文件的名称仅为示例。</translation>
    </message>
    <message>
        <source>Weights in %1 need a checkpoint that is stored so.</source>
        <translation>%1 权重需要以该格式存储的检查点。</translation>
    </message>
    <message>
        <source>%1 has no flag for a KV cache in %2.</source>
        <translation>%1 没有用于 %2 KV 缓存的参数。</translation>
    </message>
    <message>
        <source>num_speculative_tokens is an example: it does not change the memory of this plan.</source>
        <translation>num_speculative_tokens 仅为示例：它不改变此方案的显存。</translation>
    </message>
    <message>
        <source>The plan leaves %1 of every GPU to others; no flag says so.</source>
        <translation>方案为其他程序在每个 GPU 上留出 %1；没有参数可以表达。</translation>
    </message>
    <message>
        <source>engine: no command starts %1; choose one of %2</source>
        <translation>engine：没有命令可启动 %1；请选择 %2 之一</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>适用于 %1</translation>
    </message>
    <message>
        <source>For %1 %2</source>
        <translation>适用于 %1 %2</translation>
    </message>
    <message>
        <source>Start %1 (%2) first, on the same GPUs.</source>
        <translation>请先在相同的 GPU 上启动 %1（%2）。</translation>
    </message>
</context>
<context>
    <name>LaunchCommandLine</name>
    <message>
        <source>The command that starts the plan&apos;s engine with the plan&apos;s values.</source>
        <translation>按方案的数值启动其引擎的命令。</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1; default the plan&apos;s engine</source>
        <translation>%1；默认为方案的引擎</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>--for: &quot;%1&quot; is not one of %2</source>
        <translation>--for：“%1”不是 %2 之一</translation>
    </message>
</context>
<context>
    <name>LaunchReader</name>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 没有值。</translation>
    </message>
    <message>
        <source>--speculative-config: expected a JSON object</source>
        <translation>--speculative-config：应为 JSON 对象</translation>
    </message>
    <message>
        <source>This is no command of an engine that Plimsoll reads: vllm serve, sglang.launch_server, llama-server or trtllm-serve.</source>
        <translation>这不是 Plimsoll 能读取的引擎命令：vllm serve、sglang.launch_server、llama-server 或 trtllm-serve。</translation>
    </message>
</context>
<context>
    <name>LaunchTargets</name>
    <message>
        <source>engine: only vLLM starts on Ray; choose vllm, or --for kubernetes</source>
        <translation>engine：只有 vLLM 可在 Ray 上启动；请选择 vllm，或 --for kubernetes</translation>
    </message>
    <message>
        <source>On the first node:</source>
        <translation>在第一个节点上：</translation>
    </message>
    <message numerus="yes">
        <source>On the %n other node(s), with the first one&apos;s address:</source>
        <translation>
            <numerusform>在其余 %n 个节点上，使用第一个节点的地址：</numerusform>
        </translation>
    </message>
    <message>
        <source>Then on the first node:</source>
        <translation>然后在第一个节点上：</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>tensor %1, pipeline %2, data %3</source>
        <translation>张量 %1，流水线 %2，数据 %3</translation>
    </message>
    <message>
        <source>, expert %1</source>
        <translation>，专家 %1</translation>
    </message>
    <message>
        <source>parallel: %1; the nearest legal layout is %2</source>
        <translation>parallel：%1；最接近的合法布局是%2</translation>
    </message>
    <message>
        <source>parallel: every size must be 1 or more</source>
        <translation>parallel：每个大小都须为 1 或更大</translation>
    </message>
    <message numerus="yes">
        <source>parallel: %n rank(s) need as many GPUs, but the plan has none; add GPUs or leave the layout out</source>
        <translation>
            <numerusform>parallel：%n 个 rank 需要同样多的 GPU，但方案没有 GPU；请添加 GPU 或去掉布局</numerusform>
        </translation>
    </message>
    <message>
        <source>parallel: tensor %1 × pipeline %2 × data %3 is %4 ranks, but the plan has %5 GPUs; make them equal</source>
        <translation>parallel：张量 %1 × 流水线 %2 × 数据 %3 为 %4 个 rank，但方案有 %5 个 GPU；请使两者相等</translation>
    </message>
    <message numerus="yes">
        <source>tensor parallel %1 goes beyond a node of %n GPU(s)</source>
        <translation>
            <numerusform>张量并行 %1 超出了 %n 个 GPU 的节点</numerusform>
        </translation>
    </message>
    <message>
        <source>tensor parallel %1 joins GPUs of two kinds, which several nodes do not have together</source>
        <translation>张量并行 %1 合并了两种 GPU，而多节点无法同时具备</translation>
    </message>
    <message>
        <source>TP %1 · PP %2</source>
        <translation>TP %1 · PP %2</translation>
    </message>
    <message>
        <source> · DP %1</source>
        <translation> · DP %1</translation>
    </message>
    <message>
        <source> · EP %1</source>
        <translation> · EP %1</translation>
    </message>
</context>
<context>
    <name>LimitRows</name>
    <message>
        <source>Longest context</source>
        <translation>最长上下文</translation>
    </message>
    <message>
        <source>Most users at this context</source>
        <translation>此上下文下的最多用户</translation>
    </message>
    <message>
        <source>Fewest of these GPUs</source>
        <translation>此类 GPU 的最少数量</translation>
    </message>
    <message>
        <source>Layout with the most room</source>
        <translation>余量最大的布局</translation>
    </message>
    <message>
        <source>Layout with the most speed</source>
        <translation>速度最快的布局</translation>
    </message>
    <message>
        <source>Best precision that fits</source>
        <translation>能容纳的最佳精度</translation>
    </message>
    <message>
        <source>Smallest single GPU</source>
        <translation>最小的单个 GPU</translation>
    </message>
    <message>
        <source>Largest model on these GPUs</source>
        <translation>这些 GPU 上的最大模型</translation>
    </message>
    <message>
        <source>%1 less in all</source>
        <translation>总计减少 %1</translation>
    </message>
    <message>
        <source>%1 more in all</source>
        <translation>总计增加 %1</translation>
    </message>
    <message>
        <source>, then %1 to spare</source>
        <translation>，随后剩余 %1</translation>
    </message>
    <message>
        <source>, then %1 missing</source>
        <translation>，随后缺 %1</translation>
    </message>
    <message>
        <source>, %1 tokens/s for each user</source>
        <translation>，每个用户 %1 token/s</translation>
    </message>
    <message>
        <source>What one step changes</source>
        <translation>改动一步的影响</translation>
    </message>
</context>
<context>
    <name>LlamaCppExplain</name>
    <message>
        <source>%1 cells for each of %2 sequences, a multiple of 256</source>
        <translation>%2 个序列各 %1 个单元，256 的倍数</translation>
    </message>
    <message>
        <source>%1 cells for all sequences, a multiple of 256</source>
        <translation>所有序列共 %1 个单元，256 的倍数</translation>
    </message>
    <message>
        <source>%1 parameters in %2, without the embedding, which stays in the computer&apos;s memory</source>
        <translation>%1 参数，%2，不含留在计算机内存中的嵌入</translation>
    </message>
    <message>
        <source>%1 parameters in %2; the embedding is also the head and lies on the GPU a second time</source>
        <translation>%1 参数，%2；嵌入兼作输出头，在 GPU 上另存一份</translation>
    </message>
    <message>
        <source>weights = Σ tensors of the layers there, each padded to 128 bytes</source>
        <translation>权重 = Σ 该处各层的张量，每个补齐到 128 字节</translation>
    </message>
    <message>
        <source>%1 on GPUs, %2 in the computer&apos;s memory</source>
        <translation>GPU 上 %1，计算机内存中 %2</translation>
    </message>
    <message>
        <source>%1 a token × %2 cells</source>
        <translation>每个 token %1 × %2 个单元</translation>
    </message>
    <message>
        <source>KV cache = Σ layers: streams × cells × (KV heads × head_dim) × (bytes of K + bytes of V)</source>
        <translation>KV 缓存 = Σ 层：流 × 单元 ×（KV 头 × head_dim）×（K 的字节 + V 的字节）</translation>
    </message>
    <message>
        <source>Layers with a sliding window keep the window and one step of %1 tokens.</source>
        <translation>带滑动窗口的层保留窗口和一步的 %1 个 token。</translation>
    </message>
    <message>
        <source>one step of %1 tokens; rows of logits: %2</source>
        <translation>一步 %1 个 token；logits 行数：%2</translation>
    </message>
    <message>
        <source>compute buffer = highest address when the step&apos;s graph is laid out by best fit</source>
        <translation>计算缓冲区 = 按最佳适配排布一步的计算图时的最高地址</translation>
    </message>
    <message>
        <source>Flash attention is on: the mask has 16 bits for every cell and token.</source>
        <translation>Flash attention 已启用：掩码对每个单元和 token 占 16 位。</translation>
    </message>
    <message>
        <source>Flash attention is off: every head keeps its scores, 32 bits for every cell and token.</source>
        <translation>Flash attention 已关闭：每个头对每个单元和 token 保留 32 位分数。</translation>
    </message>
    <message>
        <source>The defaults are those of %1, with which nothing was measured.</source>
        <translation>默认值取自 %1，未对其做过实测。</translation>
    </message>
    <message>
        <source>F16 copies of a quantised cache are taken from CUDA&apos;s pool and counted here.</source>
        <translation>量化缓存的 F16 副本取自 CUDA 的内存池，计入此处。</translation>
    </message>
    <message>
        <source>32 bits a number for %1 sequences, whatever the context</source>
        <translation>%1 个序列，每个数 32 位，与上下文无关</translation>
    </message>
    <message>
        <source>state = Σ recurrent layers × sequences × 4 × (convolution + state)</source>
        <translation>状态 = Σ 循环层 × 序列 × 4 ×（卷积 + 状态）</translation>
    </message>
    <message>
        <source>CUDA&apos;s context and cuBLAS&apos;s workspace, outside of what llama.cpp reports</source>
        <translation>CUDA 上下文和 cuBLAS 工作区，不在 llama.cpp 的报告之内</translation>
    </message>
    <message>
        <source>runtime = context of the card + workspace</source>
        <translation>运行时 = 卡的上下文 + 工作区</translation>
    </message>
</context>
<context>
    <name>LlamaCppOptions</name>
    <message>
        <source>Defaults of llama-server, of the library and llama-bench, of Ollama from 0.30 on, which starts llama-server, or of LM Studio. No run with the defaults of the last two was measured.</source>
        <translation>llama-server 的默认值、库和 llama-bench 的默认值、Ollama 0.30 起（它启动 llama-server）的默认值，或 LM Studio 的默认值。后两者的默认值没有实测。</translation>
    </message>
    <message>
        <source>Tokens handed over at once; bounds the output rows of the library.</source>
        <translation>一次提交的 token 数；限定库的输出行数。</translation>
    </message>
    <message>
        <source>Tokens of one step; the compute buffer grows with it.</source>
        <translation>一步的 token 数；计算缓冲区随之增大。</translation>
    </message>
    <message>
        <source>Without it the scores of a whole step are kept: heads × cells × tokens.</source>
        <translation>关闭时会保留整个一步的分数：头 × 单元 × token。</translation>
    </message>
    <message>
        <source>All sequences share one pool of cells instead of having one each.</source>
        <translation>所有序列共用一个单元池，而不是各有一个。</translation>
    </message>
    <message>
        <source>Layers with a sliding window keep every token.</source>
        <translation>带滑动窗口的层保留每个 token。</translation>
    </message>
    <message>
        <source>Layers on GPUs, counted from the last, the output being one; -1 = all.</source>
        <translation>放在 GPU 上的层数，从最后一层（输出层）数起；-1 = 全部。</translation>
    </message>
    <message>
        <source>Logits of every token of a step, or of one token a sequence.</source>
        <translation>保留一步中每个 token 的 logits，或每个序列一个 token 的 logits。</translation>
    </message>
    <message>
        <source>Large steps on layers of the host run on the GPU, with a copy of the weights there.</source>
        <translation>主机上各层的大步在 GPU 上运行，并在 GPU 上存一份权重副本。</translation>
    </message>
    <message>
        <source>The KV cache lies with its layer; else all of it on the host.</source>
        <translation>KV 缓存与其所属层放在一起；否则全部放在主机上。</translation>
    </message>
    <message>
        <source>Whole layers a GPU, or only one GPU; rows are counted like layers.</source>
        <translation>按整层分给各 GPU，或只用一个 GPU；按行拆分与按层同样计算。</translation>
    </message>
    <message>
        <source>by memory</source>
        <translation>按显存</translation>
    </message>
    <message>
        <source>Share of the layers of each GPU, such as 3,1.</source>
        <translation>各 GPU 的层份额，例如 3,1。</translation>
    </message>
    <message>
        <source>Others than cuda and cpu are counted by the rules of CUDA.</source>
        <translation>cuda 和 cpu 以外的后端按 CUDA 的规则计算。</translation>
    </message>
</context>
<context>
    <name>LlamaCppRules</name>
    <message>
        <source>%1 has no tensor, pipeline or data parallelism; splitMode divides the layers among all GPUs</source>
        <translation>%1 没有张量、流水线或数据并行；splitMode 将各层分给所有 GPU</translation>
    </message>
    <message>
        <source>%1 by its own reports, the CUDA context apart</source>
        <translation>%1 依据其自身报告，CUDA 上下文另计</translation>
    </message>
</context>
<context>
    <name>LoadLines</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>↑ %1</source>
        <translation>↑ %1</translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 个 GPU</translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n 个 GPU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalCommand</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>所在程序</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Warning: %1: %2</source>
        <translation>警告：%1：%2</translation>
    </message>
    <message>
        <source>no models were found in the folders of Hugging Face, llama.cpp, LM Studio and Ollama; a file or folder elsewhere can be named: plimsoll inspect PATH</source>
        <translation>在 Hugging Face、llama.cpp、LM Studio 和 Ollama 的文件夹中没有找到模型；可指明其他位置的文件或文件夹：plimsoll inspect PATH</translation>
    </message>
</context>
<context>
    <name>LocalFile</name>
    <message>
        <source>%1: There is no such file. Check the path and its links.</source>
        <translation>%1：没有此文件。请检查路径和链接。</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Name the model&apos;s file or its folder.</source>
        <translation>%1 不是普通文件。请指明模型的文件或其文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>无法读取 %1：%2。请检查权限。</translation>
    </message>
    <message>
        <source>%1: It could not be read up to byte %2, though it was %3 bytes long when it was opened: it was cut short meanwhile, or its disk fails. Open it again when nothing writes to it.</source>
        <translation>%1：无法读取到字节 %2，尽管打开时有 %3 字节：文件在此期间被截断，或磁盘故障。请在没有程序写入时再次打开。</translation>
    </message>
</context>
<context>
    <name>LogCells</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Host memory: %1</source>
        <translation>主机内存：%1</translation>
    </message>
    <message>
        <source>last of %1</source>
        <translation>%1 个中的最后一个</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>%1 个相同</translation>
    </message>
    <message>
        <source>largest of %1</source>
        <translation>%1 个中最大</translation>
    </message>
    <message>
        <source>smallest of %1</source>
        <translation>%1 个中最小</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>区间外</translation>
    </message>
</context>
<context>
    <name>LogFacts</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>KV cache %1</source>
        <translation>KV 缓存 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>not named in the log</source>
        <translation>日志中未写明</translation>
    </message>
    <message>
        <source>%1 (not in the catalog)</source>
        <translation>%1（目录中没有）</translation>
    </message>
    <message>
        <source>%1, which is %2</source>
        <translation>%1，即 %2</translation>
    </message>
    <message>
        <source>none: it ran on the processor</source>
        <translation>无：在处理器上运行</translation>
    </message>
    <message>
        <source>%1; the card has %2</source>
        <translation>%1；该卡有 %2</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>LogJob</name>
    <message>
        <source>it cannot be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
</context>
<context>
    <name>LogNotes</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>No prediction: the log does not name its model. Choose it in the window and take it below.</source>
        <translation>没有预测：日志没有写明模型。请在窗口中选择它，然后在下面采用。</translation>
    </message>
    <message>
        <source>No prediction: %1 is not in the catalog. Choose the model in the window, as a file, a folder or an address, and take it below.</source>
        <translation>没有预测：目录中没有 %1。请在窗口中以文件、文件夹或地址选择该模型，然后在下面采用。</translation>
    </message>
    <message>
        <source>No prediction: the log runs on several GPUs and names none that is known. Choose the GPU in the window and take it below.</source>
        <translation>没有预测：日志中的引擎运行在多块 GPU 上，但没有写明任何已知的 GPU。请在窗口中选择 GPU，然后在下面采用。</translation>
    </message>
    <message>
        <source>No prediction: the plan of the log has no estimate. %1</source>
        <translation>没有预测：日志中的方案无法估算。%1</translation>
    </message>
    <message>
        <source>This start failed: the KV cache needs %1.</source>
        <translation>这次启动失败了：KV 缓存需要 %1。</translation>
    </message>
    <message>
        <source>This start failed: the KV cache needs %1, and %2 was there.</source>
        <translation>这次启动失败了：KV 缓存需要 %1，而只有 %2。</translation>
    </message>
    <message>
        <source>The longest context that fits is %1 tokens.</source>
        <translation>放得下的最长上下文为 %1 个 token。</translation>
    </message>
    <message>
        <source>Nothing in the log can be compared with %1.</source>
        <translation>日志中没有可与 %1 对比的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prediction(s) hold the measured value in their 90 % interval.</source>
        <translation>
            <numerusform>%n 项预测中有 %1 项的 90% 区间包含实测值。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log names no GPU that is known, so the KV cache has no prediction.</source>
        <translation>日志没有写明已知的 GPU，所以 KV 缓存没有预测。</translation>
    </message>
    <message>
        <source>A dry run: weights and KV cache were not allocated and are left out.</source>
        <translation>试运行：权重和 KV 缓存没有分配，因此不列出。</translation>
    </message>
    <message>
        <source>There are more figures in the log than are kept; the rest was left out.</source>
        <translation>日志中的数值多于可保留的数量，其余已略去。</translation>
    </message>
    <message numerus="yes">
        <source>No line of a known engine is in %1: %n line(s) were read.</source>
        <translation>
            <numerusform>%1 中没有已知引擎的任何一行：读取了 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote %2, and no memory figure is in it.</source>
        <translation>%2 由 %1 写出，其中没有内存数值。</translation>
    </message>
    <message>
        <source>%1 Give the log from the engine&apos;s start until it serves, of vLLM, SGLang, llama.cpp, Ollama or TensorRT-LLM.</source>
        <translation>%1请给出 vLLM、SGLang、llama.cpp、Ollama 或 TensorRT-LLM 从启动到开始服务为止的日志。</translation>
    </message>
    <message>
        <source>its own architecture</source>
        <translation>自带的架构</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>LogPlan</name>
    <message>
        <source>The log does not print the engine&apos;s version: the newest known one is assumed.</source>
        <translation>日志没有写出引擎版本：按已知的最新版本计算。</translation>
    </message>
    <message>
        <source>%1 is not in the catalog; %2 has the same shape.</source>
        <translation>目录中没有 %1；%2 的结构与之相同。</translation>
    </message>
    <message>
        <source>The log loads another model beside the first; only the first is compared.</source>
        <translation>日志中除第一个模型外还加载了另一个模型；只比较第一个。</translation>
    </message>
    <message>
        <source>Speculative decoding (%1) is on; its draft model is not in the plan.</source>
        <translation>已启用推测解码（%1）；方案中没有其草稿模型。</translation>
    </message>
    <message>
        <source>A projector is loaded besides; it is listed and not compared.</source>
        <translation>另外加载了投影器；已列出，不作比较。</translation>
    </message>
</context>
<context>
    <name>LogReader</name>
    <message>
        <source>it cannot be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>the reading was stopped</source>
        <translation>读取已停止</translation>
    </message>
</context>
<context>
    <name>LogReading</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights, as profiled</source>
        <translation>权重（性能分析时）</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>KV cache, keys</source>
        <translation>KV 缓存（键）</translation>
    </message>
    <message>
        <source>KV cache, values</source>
        <translation>KV 缓存（值）</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Recurrent state, convolutions</source>
        <translation>循环状态（卷积）</translation>
    </message>
    <message>
        <source>KV cache, both pools</source>
        <translation>KV 缓存（两个池）</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Peak of PyTorch</source>
        <translation>PyTorch 峰值</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>CUDA graphs, as estimated</source>
        <translation>CUDA 图（引擎估计）</translation>
    </message>
    <message>
        <source>CUDA graphs, pool</source>
        <translation>CUDA 图（内存池）</translation>
    </message>
    <message>
        <source>Outside PyTorch</source>
        <translation>PyTorch 之外</translation>
    </message>
    <message>
        <source>Distributed start</source>
        <translation>分布式启动</translation>
    </message>
    <message>
        <source>Runtime buffers</source>
        <translation>运行时缓冲区</translation>
    </message>
    <message>
        <source>Decoder buffers</source>
        <translation>解码器缓冲区</translation>
    </message>
    <message>
        <source>Compute buffer</source>
        <translation>计算缓冲区</translation>
    </message>
    <message>
        <source>Output buffer</source>
        <translation>输出缓冲区</translation>
    </message>
    <message>
        <source>Input buffer</source>
        <translation>输入缓冲区</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影器</translation>
    </message>
    <message>
        <source>KV cache, all devices</source>
        <translation>KV 缓存（所有设备）</translation>
    </message>
    <message>
        <source>KV cache, all devices, keys</source>
        <translation>KV 缓存（所有设备，键）</translation>
    </message>
    <message>
        <source>KV cache, all devices, values</source>
        <translation>KV 缓存（所有设备，值）</translation>
    </message>
    <message>
        <source>Recurrent state, all devices</source>
        <translation>循环状态（所有设备）</translation>
    </message>
    <message>
        <source>Recurrent state, all devices, convolutions</source>
        <translation>循环状态（所有设备，卷积）</translation>
    </message>
    <message>
        <source>Recurrent state, all devices, states</source>
        <translation>循环状态（所有设备，状态）</translation>
    </message>
    <message>
        <source>KV cache and state</source>
        <translation>KV 缓存与状态</translation>
    </message>
    <message>
        <source>The process</source>
        <translation>进程合计</translation>
    </message>
    <message>
        <source>Not accounted for</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>Memory of the card</source>
        <translation>显卡内存</translation>
    </message>
    <message>
        <source>Budget of the engine</source>
        <translation>引擎预算</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Free before loading</source>
        <translation>加载前空闲</translation>
    </message>
    <message>
        <source>Free after loading</source>
        <translation>加载后空闲</translation>
    </message>
    <message>
        <source>Free after the KV cache</source>
        <translation>分配 KV 缓存后空闲</translation>
    </message>
    <message>
        <source>Free before CUDA graphs</source>
        <translation>捕获 CUDA 图前空闲</translation>
    </message>
    <message>
        <source>Free after CUDA graphs</source>
        <translation>捕获 CUDA 图后空闲</translation>
    </message>
    <message>
        <source>Free at the end</source>
        <translation>最后空闲</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Outside PyTorch after loading</source>
        <translation>加载后 PyTorch 之外</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Required for each state</source>
        <translation>每个状态所需</translation>
    </message>
    <message>
        <source>Video memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Video memory, model</source>
        <translation>显存（模型）</translation>
    </message>
    <message>
        <source>Video memory, context</source>
        <translation>显存（上下文）</translation>
    </message>
    <message>
        <source>Video memory, weights</source>
        <translation>显存（权重）</translation>
    </message>
    <message>
        <source>Video memory, KV cache</source>
        <translation>显存（KV 缓存）</translation>
    </message>
    <message>
        <source>Video memory, scratch</source>
        <translation>显存（临时）</translation>
    </message>
    <message>
        <source>Compute buffers</source>
        <translation>计算缓冲区合计</translation>
    </message>
    <message>
        <source>Weights, as estimated</source>
        <translation>权重（引擎估计）</translation>
    </message>
    <message>
        <source>KV cache, as estimated</source>
        <translation>KV 缓存（引擎估计）</translation>
    </message>
    <message>
        <source>Compute buffer, as estimated</source>
        <translation>计算缓冲区（引擎估计）</translation>
    </message>
    <message>
        <source>Total, as estimated</source>
        <translation>合计（引擎估计）</translation>
    </message>
    <message>
        <source>Projected use</source>
        <translation>预计占用</translation>
    </message>
    <message>
        <source>Free, as projected</source>
        <translation>预计时的空闲</translation>
    </message>
    <message>
        <source>KV cache that was needed</source>
        <translation>所需的 KV 缓存</translation>
    </message>
    <message>
        <source>KV cache that was there</source>
        <translation>可用的 KV 缓存</translation>
    </message>
    <message>
        <source>Memory left for the KV cache</source>
        <translation>留给 KV 缓存的内存</translation>
    </message>
    <message>
        <source>Tokens in the KV cache</source>
        <translation>KV 缓存中的 token 数</translation>
    </message>
    <message>
        <source>Tokens of a pool</source>
        <translation>一个池的 token 数</translation>
    </message>
    <message>
        <source>Tokens of window layers</source>
        <translation>窗口层的 token 数</translation>
    </message>
    <message>
        <source>Tokens of full layers</source>
        <translation>全注意力层的 token 数</translation>
    </message>
    <message>
        <source>Blocks of the KV cache</source>
        <translation>KV 缓存的块数</translation>
    </message>
    <message>
        <source>Blocks in host memory</source>
        <translation>主机内存中的块数</translation>
    </message>
    <message>
        <source>Blocks, as reported</source>
        <translation>块数（引擎报告）</translation>
    </message>
    <message>
        <source>Tokens of a block</source>
        <translation>每块 token 数</translation>
    </message>
    <message>
        <source>Sequences with state</source>
        <translation>有状态的序列数</translation>
    </message>
    <message>
        <source>Sequences at once</source>
        <translation>同时处理的序列数</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Longest context that fits</source>
        <translation>放得下的最长上下文</translation>
    </message>
    <message>
        <source>KV cache for each token</source>
        <translation>每个 token 的 KV 缓存</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>并发数</translation>
    </message>
    <message>
        <source>Fraction for the KV cache</source>
        <translation>KV 缓存所占比例</translation>
    </message>
</context>
<context>
    <name>LogReasons</name>
    <message>
        <source>The log&apos;s card has %1, the plan&apos;s %2: is it another GPU?</source>
        <translation>日志中的显卡有 %1，方案中的有 %2：是否为另一种 GPU？</translation>
    </message>
    <message>
        <source>%1 of the card were taken before the engine started: by other processes or its context.</source>
        <translation>引擎启动前显卡已被占用 %1：由其他进程或其上下文占用。</translation>
    </message>
    <message>
        <source>The log says quantization %1; the plan has the weights in %2. Name the format with --weights.</source>
        <translation>日志中的量化为 %1；方案中的权重为 %2。请用 --weights 指定格式。</translation>
    </message>
    <message>
        <source>The log does not print the utilization: the default is assumed.</source>
        <translation>日志没有写出利用率：按默认值计算。</translation>
    </message>
    <message>
        <source>The log does not print max_num_seqs, on which activations and graphs depend: the default is assumed.</source>
        <translation>日志没有写出 max_num_seqs，而激活和图取决于它：按默认值计算。</translation>
    </message>
    <message>
        <source>The log does not print mem_fraction_static: the default is assumed.</source>
        <translation>日志没有写出 mem_fraction_static：按默认值计算。</translation>
    </message>
    <message>
        <source>max_total_tokens ends the pool at %1 tokens.</source>
        <translation>max_total_tokens 将池限制为 %1 个 token。</translation>
    </message>
    <message>
        <source>Ollama chose which layers lie on the GPU; llama.cpp moves the output layer first.</source>
        <translation>由 Ollama 选择放在 GPU 上的层；llama.cpp 会先移动输出层。</translation>
    </message>
    <message>
        <source>CPU_Mapped is the mapped file: what was copied to a GPU is in it as well.</source>
        <translation>CPU_Mapped 是映射的文件：已复制到 GPU 的部分也在其中。</translation>
    </message>
    <message>
        <source>The engine is newer than the rules that are known.</source>
        <translation>引擎比已知的规则更新。</translation>
    </message>
    <message>
        <source>The engine is older than the rules that are known.</source>
        <translation>引擎比已知的规则更旧。</translation>
    </message>
    <message>
        <source>Almost no measured deployment stands behind this engine and kind of model.</source>
        <translation>这种引擎和模型几乎没有实测部署作为依据。</translation>
    </message>
    <message>
        <source>The memory of this GPU is estimated, not measured.</source>
        <translation>该 GPU 的内存是估计值，并非实测。</translation>
    </message>
    <message>
        <source>The figure of the graphs is a difference of free memory, while PyTorch gave some back: it says nothing.</source>
        <translation>图的数值是空闲内存之差，而 PyTorch 此时归还了一部分：该数值没有意义。</translation>
    </message>
    <message>
        <source>Nothing in the log explains it: the estimate is wrong here.</source>
        <translation>日志中没有可以解释的原因：此处估算有误。</translation>
    </message>
</context>
<context>
    <name>LogTables</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90% 区间</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>各 rank</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Inside?</source>
        <translation>是否在区间内</translation>
    </message>
    <message>
        <source>Likely reason</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>rank</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>%1 for %2 ranks</source>
        <translation>%1，代表 %2 个 rank</translation>
    </message>
</context>
<context>
    <name>ManyPlans</name>
    <message>
        <source>%1 is passed over: it is no saved plan</source>
        <translation>已跳过 %1：它不是保存的方案</translation>
    </message>
    <message>
        <source>%1: there is no plan in this folder: save one there (a file that ends in .plimsoll or .json), or name the folder below it that has them</source>
        <translation>%1：此文件夹中没有方案：请在其中保存一个（以 .plimsoll 或 .json 结尾的文件），或指定其下有方案的文件夹</translation>
    </message>
    <message>
        <source>%1: this folder cannot be read: may you read it?</source>
        <translation>%1：无法读取此文件夹：您有读取权限吗？</translation>
    </message>
    <message>
        <source>A document of each plan: PLAN|FOLDER... --output-dir FOLDER --as ENDING</source>
        <translation>每个方案一个文档：PLAN|FOLDER... --output-dir FOLDER --as ENDING</translation>
    </message>
    <message>
        <source>where the documents go; one that is up to date is left alone. Of a folder all saved plans are taken, not those of folders in it</source>
        <translation>文档写入的位置；已是最新的文档保持不动。文件夹中保存的所有方案都会处理，其下级文件夹除外</translation>
    </message>
    <message>
        <source>what they are; default %1</source>
        <translation>文档的种类；默认 %1</translation>
    </message>
    <message>
        <source>write those that are up to date, too</source>
        <translation>已是最新的也重新写入</translation>
    </message>
    <message>
        <source>write nothing; exit with 1 where something is not up to date</source>
        <translation>不写入任何内容；有文档不是最新时以 1 退出</translation>
    </message>
    <message>
        <source>--as: &quot;%1&quot; is not one of %2</source>
        <translation>--as：“%1”不在 %2 之中</translation>
    </message>
    <message>
        <source>--output-dir: name the folder that the documents go into</source>
        <translation>--output-dir：请指定文档写入的文件夹</translation>
    </message>
    <message>
        <source>--check writes nothing, so --force has no place beside it</source>
        <translation>--check 不写入任何内容，因此不能与 --force 同用</translation>
    </message>
    <message>
        <source>--%1: this goes with --output-dir</source>
        <translation>--%1：须与 --output-dir 同用</translation>
    </message>
    <message>
        <source>%1: this folder could not be made; choose another place for the documents</source>
        <translation>%1：无法创建此文件夹；请为文档另选位置</translation>
    </message>
    <message>
        <source>%1 and %2 would both give documents that are called %3: rename one of these plans, or write them into two folders</source>
        <translation>%1 和 %2 会生成同名的文档 %3：请重命名其中一个方案，或写入两个文件夹</translation>
    </message>
    <message>
        <source>name the plans, or folders of saved plans</source>
        <translation>请指定方案，或存有方案的文件夹</translation>
    </message>
</context>
<context>
    <name>ManyTables</name>
    <message>
        <source>--%1: &quot;%2&quot; is not a table; there are %3</source>
        <translation>--%1：“%2”不是表格；可用的有 %3</translation>
    </message>
</context>
<context>
    <name>MeasureCommand</name>
    <message>
        <source>%1 % read</source>
        <translation>已读取 %1 %</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>已读取 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>no line of a known engine was found in %n line(s)</source>
        <translation>
            <numerusform>在 %n 行中没有找到已知引擎的行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote it, and no memory figure is in it</source>
        <translation>由 %1 写出，其中没有内存数值</translation>
    </message>
    <message>
        <source>%1: %2: give the log from the engine&apos;s start until it serves, of vLLM, SGLang, llama.cpp, Ollama or TensorRT-LLM</source>
        <translation>%1：%2：请提供 vLLM、SGLang、llama.cpp、Ollama 或 TensorRT-LLM 从启动到开始服务的日志</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>The log does not name its model: name it with --model.</source>
        <translation>日志没有写出模型：请用 --model 指定。</translation>
    </message>
    <message>
        <source>The model of the log, %1, is not in the catalog: name it with --model.</source>
        <translation>日志中的模型 %1 不在目录中：请用 --model 指定。</translation>
    </message>
    <message>
        <source>The log names no GPU that is known: name it with --gpu ID (plimsoll catalog gpus lists them).</source>
        <translation>日志没有写出已知的 GPU：请用 --gpu ID 指定（plimsoll catalog gpus 会列出它们）。</translation>
    </message>
    <message>
        <source>The plan of the log has no estimate: %1</source>
        <translation>日志中的方案无法估算：%1</translation>
    </message>
    <message>
        <source>What the start-up log of vLLM, SGLang, llama.cpp, Ollama or TensorRT-LLM says, item by item, beside the estimate of the same plan. The plan is read from the log; the options below complete it and win.</source>
        <translation>vLLM、SGLang、llama.cpp、Ollama 或 TensorRT-LLM 的启动日志中逐项的实测值，与同一方案的估算并列。方案从日志中读取；下面的选项补充方案，并优先于日志。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>as a plimsoll.measure/1 document</source>
        <translation>输出为 plimsoll.measure/1 文档</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>name a log, or - for standard input</source>
        <translation>请指定一个日志，或用 - 表示标准输入</translation>
    </message>
    <message>
        <source>--no-user-data ignores what --calibrate would keep</source>
        <translation>--no-user-data 会忽略 --calibrate 所要保存的内容</translation>
    </message>
    <message>
        <source>keep what the engine itself took beside the estimate, and correct estimates of the same system by it; &quot;plimsoll calibration&quot; shows and removes it</source>
        <translation>保存引擎自身占用与估算的差异，并据此修正相同系统的估算；“plimsoll calibration”可显示和移除</translation>
    </message>
</context>
<context>
    <name>MeasureText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>last of %1</source>
        <translation>%1 个中的最后一个</translation>
    </message>
    <message>
        <source>largest of %1</source>
        <translation>%1 个中最大</translation>
    </message>
    <message>
        <source>smallest of %1</source>
        <translation>%1 个中最小</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90% 区间</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 至 %3</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>OUTSIDE</source>
        <translation>区间外</translation>
    </message>
    <message>
        <source>* %1 (%2)</source>
        <translation>* %1（%2）</translation>
    </message>
    <message>
        <source>Likely reasons of what lies outside:</source>
        <translation>区间外各项的可能原因：</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1 for %2 ranks</source>
        <translation>%1，代表 %2 个 rank</translation>
    </message>
    <message>
        <source>Rank by rank</source>
        <translation>逐个 rank</translation>
    </message>
    <message>
        <source>Also in the log</source>
        <translation>日志中还有</translation>
    </message>
    <message>
        <source>Model in the log: %1</source>
        <translation>日志中的模型：%1</translation>
    </message>
    <message>
        <source>Compared with: %1</source>
        <translation>比较对象：%1</translation>
    </message>
    <message>
        <source>The log names no GPU that is known: add --gpu ID to compare the KV cache as well.</source>
        <translation>日志没有写出已知的 GPU：请添加 --gpu ID，以便同时比较 KV 缓存。</translation>
    </message>
    <message>
        <source>The engine starts %1 times in it; the last start is shown.</source>
        <translation>引擎在其中启动了 %1 次；显示最后一次。</translation>
    </message>
    <message>
        <source>A dry run: weights and KV cache were not allocated and are left out.</source>
        <translation>这是试运行：权重和 KV 缓存没有分配，不予列出。</translation>
    </message>
    <message>
        <source>There are more figures in it than are kept; the rest was left out.</source>
        <translation>其中的数值多于可保留的数量；其余未列出。</translation>
    </message>
</context>
<context>
    <name>ModelDocument</name>
    <message>
        <source>Only the size is known: layers, heads and the KV cache are typical values.</source>
        <translation>只知道规模：层、头和 KV 缓存为典型值。</translation>
    </message>
    <message>
        <source>The published count is %1 parameters, the architecture gives %2.</source>
        <translation>公布的数量为 %1 参数，按架构计算为 %2。</translation>
    </message>
</context>
<context>
    <name>ModelFile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 To ask the Hugging Face Hub: plimsoll inspect %2</source>
        <translation>%1 查询 Hugging Face Hub：plimsoll inspect %2</translation>
    </message>
    <message>
        <source>there is no such file or folder; check the name.</source>
        <translation>没有此文件或文件夹；请检查名称。</translation>
    </message>
    <message>
        <source>the file holds only the projector of a multimodal model; name the model that it goes with.</source>
        <translation>文件只含多模态模型的投影器；请指明与其配套的模型。</translation>
    </message>
    <message>
        <source>the file holds an adapter (LoRA); name the model that it goes with.</source>
        <translation>文件是适配器（LoRA）；请指明与其配套的模型。</translation>
    </message>
    <message>
        <source>the file says nothing of the model&apos;s layers; put its config.json beside it.</source>
        <translation>文件未说明模型的层；请将其 config.json 放在旁边。</translation>
    </message>
    <message>
        <source>several GGUF models are in this folder; name one of them, such as %1.</source>
        <translation>此文件夹中有多个 GGUF 模型；请指明其中一个，例如 %1。</translation>
    </message>
    <message>
        <source>no model is in this folder: expected config.json, safetensors or GGUF files.</source>
        <translation>此文件夹中没有模型：应有 config.json、safetensors 或 GGUF 文件。</translation>
    </message>
    <message>
        <source>not a model file: expected config.json, .safetensors, .safetensors.index.json, .gguf, or a folder with one of these.</source>
        <translation>不是模型文件：应为 config.json、.safetensors、.safetensors.index.json、.gguf，或含有其中之一的文件夹。</translation>
    </message>
    <message>
        <source>there is no such file or folder here; choose the model again: figures and reports do not say in which folder of yours it is.</source>
        <translation>此处没有这个文件或文件夹；请重新选择模型：图表和报告不记录它在您的哪个文件夹中。</translation>
    </message>
</context>
<context>
    <name>Modelfile</name>
    <message>
        <source>engine: a Modelfile is for plans with llama.cpp; choose that engine</source>
        <translation>engine：Modelfile 用于使用 llama.cpp 的方案；请选择该引擎</translation>
    </message>
    <message>
        <source>Ollama takes these from its environment:</source>
        <translation>Ollama 从其环境变量中获取以下设置：</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>it runs on %1 GPUs, but the plan has %2: give the plan more, or this one fewer</source>
        <translation>它在 %1 个 GPU 上运行，但方案有 %2 个：请增加方案的 GPU，或减少它的 GPU</translation>
    </message>
</context>
<context>
    <name>Nvml</name>
    <message>
        <source>This driver cannot say how much memory it has.</source>
        <translation>此驱动程序无法报告其显存大小。</translation>
    </message>
    <message>
        <source>Its memory cannot be read: %1.</source>
        <translation>无法读取其显存：%1。</translation>
    </message>
    <message>
        <source>Its MIG instances cannot be read.</source>
        <translation>无法读取其 MIG 实例。</translation>
    </message>
    <message>
        <source>The driver does not say its name.</source>
        <translation>驱动程序未报告其名称。</translation>
    </message>
    <message>
        <source>There is a GPU of NVIDIA (%1), but the library of its driver (NVML) cannot be loaded; install NVIDIA&apos;s driver.</source>
        <translation>有一块 NVIDIA 的 GPU（%1），但无法加载其驱动程序的库（NVML）；请安装 NVIDIA 驱动程序。</translation>
    </message>
    <message>
        <source>The library of NVIDIA&apos;s driver lacks %1; install the driver again.</source>
        <translation>NVIDIA 驱动程序的库缺少 %1；请重新安装驱动程序。</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver cannot be asked: %1.</source>
        <translation>无法询问 NVIDIA 驱动程序：%1。</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver does not say how many GPUs there are: %1.</source>
        <translation>NVIDIA 驱动程序未报告 GPU 数量：%1。</translation>
    </message>
    <message>
        <source>GPU %1 of NVIDIA cannot be asked: %2.</source>
        <translation>无法询问 NVIDIA 的 GPU %1：%2。</translation>
    </message>
    <message>
        <source>this GPU does not have it (3)</source>
        <translation>此 GPU 没有该项 (3)</translation>
    </message>
    <message>
        <source>no permission (4)</source>
        <translation>没有权限 (4)</translation>
    </message>
    <message>
        <source>the kernel&apos;s NVIDIA driver is not loaded (9)</source>
        <translation>内核的 NVIDIA 驱动程序未加载 (9)</translation>
    </message>
    <message>
        <source>the GPU does not answer any more; restart the computer (15)</source>
        <translation>GPU 不再响应；请重新启动计算机 (15)</translation>
    </message>
    <message>
        <source>the operating system or the container keeps the GPU back (17)</source>
        <translation>操作系统或容器不允许使用该 GPU (17)</translation>
    </message>
    <message>
        <source>the library and the kernel&apos;s driver are of different versions; restart the computer (18)</source>
        <translation>库与内核驱动程序版本不同；请重新启动计算机 (18)</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>错误 %1</translation>
    </message>
</context>
<context>
    <name>OwnRecords</name>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is no catalog, so the GPU was not added to it.</source>
        <translation>%1 不是目录文件，因此未加入该 GPU。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>PackedWeights</name>
    <message>
        <source>How many bits a packed weight has is not in the tensors; 4 were assumed.</source>
        <translation>张量中没有说明打包权重的位数；假定为 4 位。</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>The page is still being worked out: try again in a moment.</source>
        <translation>此页仍在计算中：请稍后再试。</translation>
    </message>
</context>
<context>
    <name>ParallelLayout</name>
    <message numerus="yes">
        <source>%n attention heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n 个注意力头不能按张量并行 %1 划分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KV heads can be neither divided nor copied evenly over tensor parallel %1</source>
        <translation>
            <numerusform>%n 个 KV 头按张量并行 %1 既不能划分也不能均匀复制</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n 个状态头不能按张量并行 %1 划分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state channels cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n 个状态通道不能按张量并行 %1 划分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linear attention heads cannot be divided over tensor parallel %1</source>
        <translation>
            <numerusform>%n 个线性注意力头不能按张量并行 %1 划分</numerusform>
        </translation>
    </message>
    <message>
        <source>the feed-forward width of %1 cannot be divided over tensor parallel %2</source>
        <translation>前馈宽度 %1 不能按张量并行 %2 划分</translation>
    </message>
    <message>
        <source>the expert width of %1 cannot be divided over %2 ranks</source>
        <translation>专家宽度 %1 不能划分到 %2 个 rank</translation>
    </message>
    <message>
        <source>this model has no experts to divide</source>
        <translation>此模型没有可划分的专家</translation>
    </message>
    <message>
        <source>%1 spreads experts over all tensor x data parallel ranks: expert parallel is 1 or %2</source>
        <translation>%1 将专家分布到所有张量 x 数据并行 rank：专家并行为 1 或 %2</translation>
    </message>
    <message>
        <source>%1 spreads experts within the tensor parallel ranks: expert parallel divides %2</source>
        <translation>%1 将专家分布在张量并行 rank 之内：专家并行须整除 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n experts cannot be spread over %1 ranks</source>
        <translation>
            <numerusform>%n 个专家不能分布到 %1 个 rank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experts cannot be divided evenly over expert parallel %1</source>
        <translation>
            <numerusform>%n 个专家不能按专家并行 %1 均匀划分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers cannot be cut into %1 pipeline stages</source>
        <translation>
            <numerusform>%n 层不能切分为 %1 个流水线阶段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Vision encoder</source>
        <translation>视觉编码器</translation>
    </message>
    <message>
        <source>LoRA adapters</source>
        <translation>LoRA 适配器</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>MTP module</source>
        <translation>MTP 模块</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>额外开销</translation>
    </message>
    <message>
        <source>Room for cached prefixes</source>
        <translation>前缀缓存空间</translation>
    </message>
</context>
<context>
    <name>PlanComparison</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>a config.json in the plan</source>
        <translation>方案内的 config.json</translation>
    </message>
    <message>
        <source>K %1, V %2</source>
        <translation>K %1，V %2</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>提示 %1</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>shared %1</source>
        <translation>共享 %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>KV cache format</source>
        <translation>KV 缓存格式</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Engine options</source>
        <translation>引擎选项</translation>
    </message>
    <message>
        <source>Context, tokens</source>
        <translation>上下文，token 数</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>Tokens of requests</source>
        <translation>请求的 token 数</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>同卡运行</translation>
    </message>
    <message>
        <source>Reserved on each GPU</source>
        <translation>每个 GPU 上预留</translation>
    </message>
    <message>
        <source>A model of its own</source>
        <translation>自带的模型</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>此方案</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>无结果：%1</translation>
    </message>
    <message>
        <source>No GPU chosen</source>
        <translation>未选择 GPU</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Fits, within the error</source>
        <translation>放得下，但在误差范围内</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>$%1</translation>
    </message>
    <message>
        <source>Memory in all</source>
        <translation>显存总计</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90% 区间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Engine and driver</source>
        <translation>引擎和驱动</translation>
    </message>
    <message>
        <source>To spare on a GPU</source>
        <translation>单个 GPU 的余量</translation>
    </message>
    <message>
        <source>GPUs needed</source>
        <translation>所需 GPU 数</translation>
    </message>
    <message>
        <source>fits on none</source>
        <translation>均放不下</translation>
    </message>
    <message>
        <source>Tokens/s for a user</source>
        <translation>每个用户 token/s</translation>
    </message>
    <message>
        <source>Tokens/s in all</source>
        <translation>总计 token/s</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>首个 token 延迟</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Price an hour</source>
        <translation>每小时价格</translation>
    </message>
    <message>
        <source>Price of 1M tokens</source>
        <translation>每百万 token 价格</translation>
    </message>
</context>
<context>
    <name>PlanDocument</name>
    <message>
        <source>this is not a plan: expected &quot;%1&quot;, got %2</source>
        <translation>这不是方案：应为“%1”，实为 %2</translation>
    </message>
    <message>
        <source>%1 was written by a newer Plimsoll; this one (%2) reads up to %3: update it</source>
        <translation>%1 由较新的 Plimsoll 写入；此版本（%2）最多读取到 %3：请更新</translation>
    </message>
    <message>
        <source>expected &quot;%1&quot;, got %2</source>
        <translation>应为“%1”，实为 %2</translation>
    </message>
    <message>
        <source>a model id, {&quot;parameters&quot;: N} or {&quot;config&quot;: {...}}</source>
        <translation>模型 id、{&quot;parameters&quot;: N} 或 {&quot;config&quot;: {...}}</translation>
    </message>
    <message>
        <source>&quot;parameters&quot; and &quot;config&quot; contradict each other: keep one of them</source>
        <translation>“parameters”与“config”互相冲突：请只保留其一</translation>
    </message>
    <message>
        <source>the content of a config.json</source>
        <translation>config.json 的内容</translation>
    </message>
    <message>
        <source>an object such as {&quot;id&quot;: &quot;vllm&quot;}</source>
        <translation>类似 {&quot;id&quot;: &quot;vllm&quot;} 的对象</translation>
    </message>
    <message>
        <source>the id of an engine</source>
        <translation>引擎的 id</translation>
    </message>
    <message>
        <source>a version such as &quot;0.19&quot;</source>
        <translation>类似“0.19”的版本</translation>
    </message>
    <message>
        <source>an object of engine options</source>
        <translation>引擎选项的对象</translation>
    </message>
    <message>
        <source>an object such as {&quot;k&quot;: &quot;fp8&quot;, &quot;v&quot;: &quot;fp8&quot;}</source>
        <translation>类似 {&quot;k&quot;: &quot;fp8&quot;, &quot;v&quot;: &quot;fp8&quot;} 的对象</translation>
    </message>
    <message>
        <source>the id of a format, or &quot;auto&quot;</source>
        <translation>格式的 id，或“auto”</translation>
    </message>
    <message>
        <source>a list such as [{&quot;id&quot;: &quot;nvidia-h100-sxm-80gb&quot;, &quot;count&quot;: 1}]</source>
        <translation>类似 [{&quot;id&quot;: &quot;nvidia-h100-sxm-80gb&quot;, &quot;count&quot;: 1}] 的列表</translation>
    </message>
    <message>
        <source>at most %1 entries can be given, got %2</source>
        <translation>最多可给出 %1 项，实为 %2 项</translation>
    </message>
    <message>
        <source>an object such as {&quot;id&quot;: &quot;nvidia-h100-sxm-80gb&quot;, &quot;count&quot;: 1}</source>
        <translation>类似 {&quot;id&quot;: &quot;nvidia-h100-sxm-80gb&quot;, &quot;count&quot;: 1} 的对象</translation>
    </message>
    <message>
        <source>the id of a GPU</source>
        <translation>GPU 的 id</translation>
    </message>
    <message>
        <source>an object such as {&quot;tensor&quot;: 2, &quot;pipeline&quot;: 1}</source>
        <translation>类似 {&quot;tensor&quot;: 2, &quot;pipeline&quot;: 1} 的对象</translation>
    </message>
    <message>
        <source>an object with averageContextLength, promptTokens, answerTokens or sharedPrefixTokens</source>
        <translation>含有 averageContextLength、promptTokens、answerTokens 或 sharedPrefixTokens 的对象</translation>
    </message>
    <message>
        <source>a number of bytes, or a size such as &quot;1.5 GiB&quot;</source>
        <translation>字节数，或类似“1.5 GiB”的大小</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the id of a format, or &quot;native&quot;</source>
        <translation>格式的 id，或“native”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>a plan has at most 16 MiB: this is not a plan</source>
        <translation>方案最多 16 MiB：这不是方案</translation>
    </message>
    <message>
        <source>this is empty: expected a plan, at least {&quot;schema&quot;: &quot;%1&quot;}</source>
        <translation>这是空的：应为方案，至少包含 {&quot;schema&quot;: &quot;%1&quot;}</translation>
    </message>
    <message>
        <source>its lists and objects are nested more than 1,024 deep: this is not a plan</source>
        <translation>其列表和对象嵌套超过 1,024 层：这不是方案</translation>
    </message>
    <message>
        <source>%1: this is not JSON (%2): correct it there, or save the plan again</source>
        <translation>%1：这不是 JSON（%2）：请在该处更正，或重新保存方案</translation>
    </message>
    <message>
        <source>expected a plan, an object {...}, got a list</source>
        <translation>应为方案，即对象 {...}，实为列表</translation>
    </message>
    <message>
        <source>a list of at most %1 plans</source>
        <translation>最多 %1 个方案的列表</translation>
    </message>
    <message>
        <source>a plan, as {&quot;schema&quot;: &quot;%1&quot;}</source>
        <translation>方案，例如 {&quot;schema&quot;: &quot;%1&quot;}</translation>
    </message>
    <message>
        <source>this plan has plans beside it itself: list them all in one place</source>
        <translation>此方案本身带有同卡运行的方案：请将它们全部列在一处</translation>
    </message>
    <message>
        <source>a plan, an object {...}</source>
        <translation>方案，即对象 {...}</translation>
    </message>
    <message>
        <source>a list such as [{&quot;name&quot;: &quot;as today&quot;, &quot;plan&quot;: {...}}]</source>
        <translation>类似 [{&quot;name&quot;: &quot;as today&quot;, &quot;plan&quot;: {...}}] 的列表</translation>
    </message>
    <message>
        <source>an object such as {&quot;name&quot;: &quot;as today&quot;, &quot;plan&quot;: {...}}</source>
        <translation>类似 {&quot;name&quot;: &quot;as today&quot;, &quot;plan&quot;: {...}} 的对象</translation>
    </message>
</context>
<context>
    <name>PlanFileDialogs</name>
    <message>
        <source>Open a plan or a model</source>
        <translation>打开方案或模型</translation>
    </message>
    <message>
        <source>Save this plan</source>
        <translation>保存此方案</translation>
    </message>
    <message>
        <source>Plans (*.plimsoll *.json)</source>
        <translation>方案 (*.plimsoll *.json)</translation>
    </message>
    <message>
        <source>Open a start-up log</source>
        <translation>打开启动日志</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt *.out *.err);;All files (*)</source>
        <translation>日志 (*.log *.txt *.out *.err);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Plans, models, figures and reports (*.plimsoll *.json *.gguf *.safetensors *.svg *.pdf *.png *.html);;All files (*)</source>
        <translation>方案、模型、图表和报告 (*.plimsoll *.json *.gguf *.safetensors *.svg *.pdf *.png *.html);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>%1 could not be opened: %2. Check that it is there and may be read.</source>
        <translation>无法打开 %1：%2。请检查文件是否存在且可读取。</translation>
    </message>
    <message>
        <source>%1 is too large to be a plan. Choose a file that Plimsoll saved.</source>
        <translation>%1 太大，不是方案。请选择 Plimsoll 保存的文件。</translation>
    </message>
    <message>
        <source>The plan was not saved: %1 could not be written (%2). Choose another folder or free some room.</source>
        <translation>方案未保存：无法写入 %1（%2）。请选择其他文件夹或释放一些空间。</translation>
    </message>
</context>
<context>
    <name>PlanOptions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing was given; expected %1</source>
        <translation>未给出任何内容；应为%1</translation>
    </message>
    <message>
        <source>an id; plimsoll catalog lists them</source>
        <translation>id；plimsoll catalog 可列出</translation>
    </message>
    <message>
        <source>it contradicts --parameters: give one of them</source>
        <translation>与 --parameters 冲突：请只给出其一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one format, or two with a comma between (keys, values)</source>
        <translation>“%1”不是一个格式，也不是以逗号分隔的两个格式（键、值）</translation>
    </message>
    <message>
        <source>an engine; plimsoll catalog engines lists them</source>
        <translation>引擎；plimsoll catalog engines 可列出</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an engine, or an engine and a version such as vllm@0.19</source>
        <translation>“%1”不是引擎，也不是引擎加版本（如 vllm@0.19）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not KEY=VALUE, such as gpuMemoryUtilization=0.85</source>
        <translation>“%1”不是 KEY=VALUE，例如 gpuMemoryUtilization=0.85</translation>
    </message>
    <message>
        <source>the id of a GPU; plimsoll catalog gpus lists them</source>
        <translation>GPU 的 id；plimsoll catalog gpus 可列出</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1: says nothing of the plan: %2</source>
        <translation>%1：没有提及方案：%2</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>start from the command of an engine: what it says of a plan is read from it</source>
        <translation>从引擎的命令开始：读取其中关于方案的内容</translation>
    </message>
    <message>
        <source>model of the catalog, a config.json, safetensors or GGUF file, or a folder with one; an address of the Hugging Face Hub is fetched; default meta-llama/Llama-3.1-8B</source>
        <translation>目录中的模型、config.json、safetensors 或 GGUF 文件，或含有它们的文件夹；Hugging Face Hub 的地址会被获取；默认 meta-llama/Llama-3.1-8B</translation>
    </message>
    <message>
        <source>a size instead of a model: 13e9, 13B, 0.5b, &quot;13 000 000 000&quot;</source>
        <translation>以规模代替模型：13e9、13B、0.5b、&quot;13 000 000 000&quot;</translation>
    </message>
    <message>
        <source>format of the weights; default native where it is known, else bf16</source>
        <translation>权重格式；已知时默认 native，否则 bf16</translation>
    </message>
    <message>
        <source>format of the KV cache; default auto, what the engine takes</source>
        <translation>KV 缓存格式；默认 auto，由引擎决定</translation>
    </message>
    <message>
        <source>default rule-of-thumb with --parameters, else vllm; newest known version</source>
        <translation>给出 --parameters 时默认 rule-of-thumb，否则 vllm；最新的已知版本</translation>
    </message>
    <message>
        <source>an option of the engine; may be repeated</source>
        <translation>引擎的选项；可重复</translation>
    </message>
    <message>
        <source>tokens a sequence, 128k allowed; default 8192 or the model&apos;s limit below that</source>
        <translation>每个序列的 token 数，可写 128k；默认 8192，模型上限更低时取其上限</translation>
    </message>
    <message>
        <source>sequences at once; default 1</source>
        <translation>同时处理的序列数；默认 1</translation>
    </message>
    <message>
        <source>tokens of a prompt</source>
        <translation>提示的 token 数</translation>
    </message>
    <message>
        <source>tokens of an answer</source>
        <translation>回答的 token 数</translation>
    </message>
    <message>
        <source>tokens that a sequence holds on average; default prompt and half the answer, else the context. Engines with a paged KV cache need no more than what is in use</source>
        <translation>每个序列平均占用的 token 数；默认为提示加一半回答，否则为上下文。使用分页 KV 缓存的引擎只需要实际使用量</translation>
    </message>
    <message>
        <source>tokens with which all prompts begin alike; counted once where prefixes are cached</source>
        <translation>所有提示共同的开头 token 数；缓存前缀时只计一次</translation>
    </message>
    <message>
        <source>GPU of the catalog; may be repeated for mixed GPUs; default none</source>
        <translation>目录中的 GPU；混用时可重复；默认无</translation>
    </message>
    <message>
        <source>tensor parallel ranks; default the number of GPUs</source>
        <translation>张量并行 rank 数；默认为 GPU 数</translation>
    </message>
    <message>
        <source>pipeline stages; default 1</source>
        <translation>流水线阶段数；默认 1</translation>
    </message>
    <message>
        <source>data parallel replicas; default 1</source>
        <translation>数据并行副本数；默认 1</translation>
    </message>
    <message>
        <source>expert parallel ranks; default 1</source>
        <translation>专家并行 rank 数；默认 1</translation>
    </message>
    <message>
        <source>memory already taken on each GPU, 1.5GiB or 2GB; default 0</source>
        <translation>每个 GPU 上已被占用的显存，如 1.5GiB 或 2GB；默认 0</translation>
    </message>
    <message>
        <source>a saved plan that runs on the same GPUs and starts first; may be repeated</source>
        <translation>在相同 GPU 上运行并先启动的已保存方案；可重复</translation>
    </message>
    <message>
        <source>%1: this plan has plans beside it itself: name them all with --beside</source>
        <translation>%1：此方案本身带有同卡运行的方案：请用 --beside 全部指明</translation>
    </message>
    <message>
        <source>start from a saved plan, or from a figure that Plimsoll made of one (- is standard input); the options below change it</source>
        <translation>从已保存的方案开始，或从 Plimsoll 由方案生成的图开始（- 表示标准输入）；下面的选项会修改它</translation>
    </message>
</context>
<context>
    <name>PlanReport</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The command that starts it</source>
        <translation>启动命令</translation>
    </message>
    <message>
        <source>The calculation</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Sources of the data</source>
        <translation>数据来源</translation>
    </message>
    <message numerus="yes">
        <source>Report on %n plan(s)</source>
        <translation>
            <numerusform>%n 个方案的报告</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanSteps</name>
    <message numerus="yes">
        <source>%n more GPU(s)</source>
        <translation>
            <numerusform>再加 %n 个 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more user</source>
        <translation>再加 1 个用户</translation>
    </message>
    <message>
        <source>8,192 more tokens of context</source>
        <translation>上下文再加 8,192 个 token</translation>
    </message>
    <message>
        <source>Weights in %1</source>
        <translation>权重改用 %1</translation>
    </message>
</context>
<context>
    <name>PlanTables</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Fullest GPU</source>
        <translation>占用最多的 GPU</translation>
    </message>
    <message>
        <source>Per GPU</source>
        <translation>每个 GPU</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储格式</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>%1 (this plan)</source>
        <translation>%1（此方案）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>The plan takes more bytes than 64 bits can count; choose fewer parameters, a shorter context or fewer sequences</source>
        <translation>方案所需的字节数超出 64 位；请选择更少的参数、更短的上下文或更少的序列</translation>
    </message>
    <message>
        <source>model.parameters: %1 is out of range; expected 1 to %2</source>
        <translation>model.parameters：%1 超出范围；应为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>Model of the plan</source>
        <translation>方案中的模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 is out of range; expected 1 to %3</source>
        <translation>%1：%2 超出范围；应为 1 到 %3</translation>
    </message>
    <message>
        <source>%1.count: %2 is out of range; expected 1 to %3</source>
        <translation>%1.count：%2 超出范围；应为 1 到 %3</translation>
    </message>
    <message>
        <source>gpus: %1 GPUs are too many; at most %2</source>
        <translation>gpus：%1 个 GPU 过多；最多 %2 个</translation>
    </message>
    <message>
        <source>weights: %1 is not a format for weights; see &quot;plimsoll catalog formats&quot;</source>
        <translation>weights：%1 不是权重格式；参见“plimsoll catalog formats”</translation>
    </message>
    <message>
        <source>%1: %2 is not a format for the KV cache; see &quot;plimsoll catalog formats&quot;</source>
        <translation>%1：%2 不是 KV 缓存格式；参见“plimsoll catalog formats”</translation>
    </message>
    <message>
        <source>engine.options.speculativeModel: %1</source>
        <translation>engine.options.speculativeModel：%1</translation>
    </message>
    <message>
        <source>parallel: %1 pipeline stages on these GPUs are too many; at most %2</source>
        <translation>parallel：这些 GPU 上的 %1 个流水线阶段过多；最多 %2 个</translation>
    </message>
</context>
<context>
    <name>PrecisionChart</name>
    <message>
        <source>fits on none</source>
        <translation>均放不下</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Fits on the chosen GPUs</source>
        <translation>所选 GPU 放得下</translation>
    </message>
    <message>
        <source>Does not fit on the chosen GPUs</source>
        <translation>所选 GPU 放不下</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>需要 %1</translation>
    </message>
    <message>
        <source>Memory by precision: %1</source>
        <translation>各精度的显存：%1</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度，浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度，深色</translation>
    </message>
</context>
<context>
    <name>QualityText</name>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>perplexity %1 %</source>
        <translation>困惑度 %1%</translation>
    </message>
    <message>
        <source>KL divergence %1</source>
        <translation>KL 散度 %1</translation>
    </message>
    <message>
        <source>same likeliest token %1 %</source>
        <translation>首选 token 一致率 %1%</translation>
    </message>
    <message>
        <source>accuracy %1 %</source>
        <translation>准确率 %1%</translation>
    </message>
    <message>
        <source>accuracy %1 points</source>
        <translation>准确率 %1 个百分点</translation>
    </message>
    <message>
        <source>keeps %1 % of the accuracy</source>
        <translation>保留 %1% 的准确率</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, source: %2</source>
        <translation>%1，来源：%2</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>%1: nothing was given; %2</source>
        <translation>%1：未给出任何内容；%2</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be used; %3</source>
        <translation>%1：“%2”无法使用；%3</translation>
    </message>
    <message>
        <source>expected a number of parameters from 1 to 1000T, such as 13e9, 13B, 500M or 1.5T</source>
        <translation>应为 1 到 1000T 的参数量，例如 13e9、13B、500M 或 1.5T</translation>
    </message>
    <message>
        <source>expected a number of tokens from 1 to %1, such as 8192 or 128k (k = 1024)</source>
        <translation>应为 1 到 %1 的 token 数，例如 8192 或 128k（k = 1024）</translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2</source>
        <translation>应为 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>expected a size such as 80 GiB, 80 GB, 512 MiB or a number of bytes</source>
        <translation>应为大小，例如 80 GiB、80 GB、512 MiB 或字节数</translation>
    </message>
    <message>
        <source>expected a number from %1 to %2</source>
        <translation>应为 %1 到 %2 的数</translation>
    </message>
</context>
<context>
    <name>RecordReader</name>
    <message>
        <source>has %1 values, but num_hidden_layers is %2.</source>
        <translation>有 %1 个值，但 num_hidden_layers 为 %2。</translation>
    </message>
    <message>
        <source>is missing, but there are dense layers.</source>
        <translation>缺失，但有稠密层。</translation>
    </message>
    <message>
        <source>is missing, but there are layers of experts.</source>
        <translation>缺失，但有专家层。</translation>
    </message>
    <message>
        <source>is %1, but there are only %2 experts.</source>
        <translation>为 %1，但只有 %2 个专家。</translation>
    </message>
    <message>
        <source>is wider than hidden_size.</source>
        <translation>大于 hidden_size。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list of runs such as &quot;3D+E&quot;.</source>
        <translation>“%1”不是类似“3D+E”的游程列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; for layer %2 is not a known kind of layer; expected one of: %3.</source>
        <translation>第 %2 层的“%1”不是已知的层类型；应为以下之一：%3。</translation>
    </message>
    <message>
        <source>names %1 layers, but num_hidden_layers is %2.</source>
        <translation>列出了 %1 层，但 num_hidden_layers 为 %2。</translation>
    </message>
    <message>
        <source>%1 does not divide the %2 attention heads.</source>
        <translation>%1 不能整除 %2 个注意力头。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; expected f (own) or s (shared).</source>
        <translation>未知的“%1”；应为 f（独立）或 s（共享）。</translation>
    </message>
    <message>
        <source>is missing, but dsv4 is true.</source>
        <translation>缺失，但 dsv4 为 true。</translation>
    </message>
    <message>
        <source>is missing, but layer_types has layers of kind %1.</source>
        <translation>缺失，但 layer_types 中有 %1 类型的层。</translation>
    </message>
    <message>
        <source>says %1, but the layer pattern has %2.</source>
        <translation>为 %1，但层模式中有 %2。</translation>
    </message>
    <message>
        <source>is missing, but there is a vision_type.</source>
        <translation>缺失，但有 vision_type。</translation>
    </message>
    <message>
        <source>is missing, but there is a ple_dim.</source>
        <translation>缺失，但有 ple_dim。</translation>
    </message>
    <message>
        <source>only [128, 128] is known.</source>
        <translation>只支持 [128, 128]。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; expected one of: %2.</source>
        <translation>未知的“%1”；应为以下之一：%2。</translation>
    </message>
    <message>
        <source>makes a model of more than 10^15 parameters.</source>
        <translation>构成的模型超过 10^15 个参数。</translation>
    </message>
    <message>
        <source>%1, field %2: %3</source>
        <translation>%1，字段 %2：%3</translation>
    </message>
    <message>
        <source>%1, record &quot;%2&quot;, field %3: %4</source>
        <translation>%1，记录“%2”，字段 %3：%4</translation>
    </message>
    <message>
        <source>is missing; expected %1.</source>
        <translation>缺失；应为%1。</translation>
    </message>
    <message>
        <source>expected %1, found %2.</source>
        <translation>应为%1，实为 %2。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 的数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a list of whole numbers from %1 to %2</source>
        <translation>%1 到 %2 的整数列表</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>is not a field of the catalog.</source>
        <translation>不是目录的字段。</translation>
    </message>
    <message>
        <source>is not a field of the catalog. Did you mean %1?</source>
        <translation>不是目录的字段。您是否想写 %1？</translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message>
        <source>--chart: &quot;%1&quot; is not a chart; there are %2</source>
        <translation>--chart：“%1”不是图表；可用的有 %2</translation>
    </message>
    <message>
        <source>The figure</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1; default %2</source>
        <translation>%1；默认 %2</translation>
    </message>
    <message>
        <source>size in pixels of 1/96 inch; default 960x480</source>
        <translation>大小，以 1/96 英寸的像素为单位；默认 960x480</translation>
    </message>
    <message>
        <source>colours; default light</source>
        <translation>颜色；默认 light</translation>
    </message>
    <message>
        <source>pixels of a PNG for each of its size, 0.5 to 4; default 2</source>
        <translation>PNG 的像素倍数，0.5 到 4；默认 2</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>--preset: &quot;%1&quot; is not one of %2</source>
        <translation>--preset：“%1” 不在 %2 之中</translation>
    </message>
    <message>
        <source>size and type for where the figure is read</source>
        <translation>按图的使用场合设定大小和字号</translation>
    </message>
    <message>
        <source>without the line of inputs, version and date of the catalog below the chart</source>
        <translation>图表下方不写输入、版本和目录日期</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many: figures of many plans take --output-dir</source>
        <translation>“%1”是多余的参数：多个方案的图表须使用 --output-dir</translation>
    </message>
    <message>
        <source>--%1: name the plans as arguments instead</source>
        <translation>--%1：请改为把方案作为参数给出</translation>
    </message>
    <message>
        <source>name the file to write: one that ends in .svg, .pdf or .png, or for a table .csv, .md or .html</source>
        <translation>请指定要写入的文件：以 .svg、.pdf 或 .png 结尾，表格则以 .csv、.md 或 .html 结尾</translation>
    </message>
    <message>
        <source>A chart or a table of a plan as a file. Needs no display; the same plan gives the same bytes.</source>
        <translation>将方案的图表或表格存为文件。无需显示器；同一方案得到相同的字节。</translation>
    </message>
</context>
<context>
    <name>RenderTable</name>
    <message>
        <source>--as: &quot;%1&quot; is not one of csv, md, html</source>
        <translation>--as：“%1”不是 csv、md、html 之一</translation>
    </message>
    <message>
        <source>--as: say what the table is to be on standard output: csv, md or html</source>
        <translation>--as：请指明表格在标准输出上的格式：csv、md 或 html</translation>
    </message>
    <message>
        <source>a table is written to a file that ends in .csv, .md or .html, not to %1</source>
        <translation>表格须写入以 .csv、.md 或 .html 结尾的文件，而不是 %1</translation>
    </message>
    <message>
        <source>The table, where OUT ends in .csv, .md or .html</source>
        <translation>表格（OUT 以 .csv、.md 或 .html 结尾时）</translation>
    </message>
    <message>
        <source>%1; default that of --chart. OUT may be -, standard output, with --as csv, md or html</source>
        <translation>%1；默认为 --chart 的表格。OUT 可以是 -（标准输出），此时须有 --as csv、md 或 html</translation>
    </message>
    <message>
        <source>name the file to write: one that ends in .csv, .md or .html, or - with --as</source>
        <translation>请指定要写入的文件：以 .csv、.md 或 .html 结尾，或用 - 并加上 --as</translation>
    </message>
    <message>
        <source>--%1: for tables this goes with --output-dir</source>
        <translation>--%1：用于表格时须与 --output-dir 同用</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is not a table; there are %3</source>
        <translation>--%1：“%2”不是表格；可用的有 %3</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>en</source>
        <comment>code of the language of this translation, as HTML has it</comment>
        <translation>zh-CN</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>A report on plans: verdict, breakdown, figures, command, calculation and sources. The same plans give the same bytes.</source>
        <translation>方案报告：结论、明细、图、命令、计算过程和来源。相同的方案得到逐字节相同的报告。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>what sizes are shown in; default GiB</source>
        <translation>大小的显示单位；默认 GiB</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>-o names one report on all plans, --output-dir a folder for one of each: give one of them</source>
        <translation>-o 指定所有方案的一份报告，--output-dir 指定每个方案一份报告的文件夹：请二选一</translation>
    </message>
    <message>
        <source>name the report to write with -o: one that ends in .html, .md or .pdf</source>
        <translation>请用 -o 指定要写入的报告：以 .html、.md 或 .pdf 结尾的文件</translation>
    </message>
    <message>
        <source>-o for short: the one file to write on all plans, HTML or PDF with its figures in it or Markdown with figures beside it</source>
        <translation>可简写为 -o：关于所有方案的一个文件，HTML 或 PDF 含图表，Markdown 的图表在旁边的文件中</translation>
    </message>
    <message>
        <source>name the plans to report on: saved plans, folders of them, or figures that carry one</source>
        <translation>请指定要报告的方案：保存的方案、存有方案的文件夹，或带有方案的图表</translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>%1: %2 is out of range; expected %3 to %4</source>
        <translation>%1：%2 超出范围；应为 %3 到 %4</translation>
    </message>
</context>
<context>
    <name>Residuals</name>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, other architectures or versions than this one</source>
        <translation>
            <numerusform>%n 个实测部署：%1，其架构或版本与此不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, all kinds and versions, widened because few are this one</source>
        <translation>
            <numerusform>%n 个实测部署：%1，涵盖所有类型和版本，因与此相符的很少而放宽</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, %2 and %3, widened because few are %2</source>
        <translation>
            <numerusform>%n 个实测部署：%1、%2 和 %3，因 %2 的很少而放宽</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1, %2</source>
        <translation>
            <numerusform>%n 个实测部署：%1，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密模型</translation>
    </message>
    <message>
        <source>sliding window</source>
        <translation>滑动窗口模型</translation>
    </message>
    <message>
        <source>moe</source>
        <translation>MoE</translation>
    </message>
    <message>
        <source>mla</source>
        <translation>MLA</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>混合架构</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉模型</translation>
    </message>
</context>
<context>
    <name>RuleOfThumb</name>
    <message>
        <source>Rule of thumb</source>
        <translation>经验法则</translation>
    </message>
    <message>
        <source>The share added to the weights for everything else: 0.2 is 20 %.</source>
        <translation>在权重之上为其他一切增加的份额：0.2 即 20%。</translation>
    </message>
    <message>
        <source>32 bits on all parameters</source>
        <translation>所有参数 32 位</translation>
    </message>
    <message>
        <source>16 bits on all parameters</source>
        <translation>所有参数 16 位</translation>
    </message>
    <message>
        <source>8 bits on all parameters</source>
        <translation>所有参数 8 位</translation>
    </message>
    <message>
        <source>4 bits on all parameters</source>
        <translation>所有参数 4 位</translation>
    </message>
    <message>
        <source>%1 parameters × %2 bits</source>
        <translation>%1 参数 × %2 位</translation>
    </message>
    <message>
        <source>weights = P × Q / 8</source>
        <translation>权重 = P × Q / 8</translation>
    </message>
    <message>
        <source>%1 × %2 / 8 = %3 bytes = %4</source>
        <translation>%1 × %2 / 8 = %3 字节 = %4</translation>
    </message>
    <message>
        <source>%1 % of the weights, for everything else</source>
        <translation>权重的 %1%，用于其他一切</translation>
    </message>
    <message>
        <source>overhead = weights × %1</source>
        <translation>额外开销 = 权重 × %1</translation>
    </message>
    <message>
        <source>%1 × %2 = %3</source>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message numerus="yes">
        <source>%n measured deployment(s): %1</source>
        <translation>
            <numerusform>%n 个实测部署：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetensorsFolder</name>
    <message>
        <source>There is no index beside the %1 files; all of them were read.</source>
        <translation>%1 个文件旁边没有索引；已全部读取。</translation>
    </message>
    <message>
        <source>%1: There are no safetensors files in this folder. Name the folder with the weights.</source>
        <translation>%1：此文件夹中没有 safetensors 文件。请指明含权重的文件夹。</translation>
    </message>
    <message>
        <source>%1: There are several safetensors files in this folder and no index: %2. Name the one that you mean.</source>
        <translation>%1：此文件夹中有多个 safetensors 文件而没有索引：%2。请指明所需的一个。</translation>
    </message>
</context>
<context>
    <name>SafetensorsHeader</name>
    <message>
        <source>expected the &quot;{&quot; of a header. This may be no safetensors file.</source>
        <translation>应为文件头的“{”。这可能不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>expected an object with dtype, shape and data_offsets.</source>
        <translation>应为含有 dtype、shape 和 data_offsets 的对象。</translation>
    </message>
    <message>
        <source>a field is there twice.</source>
        <translation>一个字段出现了两次。</translation>
    </message>
    <message>
        <source>its dtype is not known. A newer program may read it.</source>
        <translation>未知的 dtype。更新的程序也许能读取。</translation>
    </message>
    <message>
        <source>expected a whole number of at most 63 bits.</source>
        <translation>应为最多 63 位的整数。</translation>
    </message>
    <message>
        <source>its shape is no list of at most 255 whole numbers.</source>
        <translation>其 shape 不是最多 255 个整数的列表。</translation>
    </message>
    <message>
        <source>its data_offsets are not two whole numbers in order.</source>
        <translation>其 data_offsets 不是两个按序的整数。</translation>
    </message>
    <message>
        <source>dtype is missing.</source>
        <translation>缺少 dtype。</translation>
    </message>
    <message>
        <source>shape is missing.</source>
        <translation>缺少 shape。</translation>
    </message>
    <message>
        <source>data_offsets is missing.</source>
        <translation>缺少 data_offsets。</translation>
    </message>
    <message>
        <source>its shape multiplies to more than 64 bits count.</source>
        <translation>其 shape 之积超出 64 位。</translation>
    </message>
    <message>
        <source>its data_offsets hold %1 bytes, but its shape of %2 takes %3.</source>
        <translation>其 data_offsets 含 %1 字节，但其 %2 的 shape 需要 %3 字节。</translation>
    </message>
    <message>
        <source>its data ends at byte %1, but the file has %2. It may be only partly downloaded: fetch it again.</source>
        <translation>其数据到字节 %1 结束，但文件只有 %2 字节。可能只下载了一部分：请重新获取。</translation>
    </message>
    <message>
        <source>its name is longer than 65,535 bytes, or the list beyond 32 bits.</source>
        <translation>其名称长于 65,535 字节，或列表超出 32 位。</translation>
    </message>
</context>
<context>
    <name>SafetensorsIndex</name>
    <message>
        <source>expected the &quot;{&quot; of an index.</source>
        <translation>应为索引的“{”。</translation>
    </message>
    <message>
        <source>the key is there twice.</source>
        <translation>该键出现了两次。</translation>
    </message>
    <message>
        <source>expected an object of names of tensors and files.</source>
        <translation>应为张量名称到文件的对象。</translation>
    </message>
    <message>
        <source>expected the name of a file.</source>
        <translation>应为文件名。</translation>
    </message>
    <message>
        <source>the key is missing. This may be no index of safetensors files.</source>
        <translation>缺少该键。这可能不是 safetensors 文件的索引。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a file beside the index.</source>
        <translation>“%1”不是索引旁边的文件名。</translation>
    </message>
    <message>
        <source>%1 does not have this tensor, which the index promises. Files of two versions may be mixed: fetch them again.</source>
        <translation>%1 没有索引所列的此张量。两个版本的文件可能混在了一起：请重新获取。</translation>
    </message>
    <message>
        <source>The files have %1 tensors, their index lists %2; all are counted.</source>
        <translation>文件共有 %1 个张量，索引列出 %2 个；全部计入。</translation>
    </message>
</context>
<context>
    <name>SafetensorsTexts</name>
    <message>
        <source>%1: At byte %2: %3</source>
        <translation>%1：字节 %2 处：%3</translation>
    </message>
    <message>
        <source>a file of %1 bytes has no header. It may be only partly downloaded: fetch it again.</source>
        <translation>%1 字节的文件没有文件头。可能只下载了一部分：请重新获取。</translation>
    </message>
    <message>
        <source>a header of %1 bytes is announced; the format allows 2 to %2. This may be no safetensors file.</source>
        <translation>声明了 %1 字节的文件头；该格式允许 2 到 %2 字节。这可能不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>the header of %1 bytes is cut short. The file may be only partly downloaded: fetch it again.</source>
        <translation>%1 字节的文件头被截断。文件可能只下载了一部分：请重新获取。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>there are no tensors in it.</source>
        <translation>其中没有张量。</translation>
    </message>
    <message>
        <source>two tensors are named %1.</source>
        <translation>两个张量都名为 %1。</translation>
    </message>
    <message>
        <source>in %1, the data of %2 overlaps that of another tensor.</source>
        <translation>在 %1 中，%2 的数据与另一张量的数据重叠。</translation>
    </message>
    <message>
        <source>its tensors have more weights than any model.</source>
        <translation>其张量的权重多于任何模型。</translation>
    </message>
    <message>
        <source>The names of the tensors are those of no language model that is known, and there is no config.json beside them: only the size of the weights is known.</source>
        <translation>张量名称不属于任何已知的语言模型，旁边也没有 config.json：只知道权重的大小。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Needs %1; choose a GPU to see whether it fits</source>
        <translation>需要 %1；选择 GPU 以查看是否放得下</translation>
    </message>
    <message>
        <source>Fits on %1, but within the error: %2 to spare on each</source>
        <translation>%1 放得下，但在误差范围内：每个剩余 %2</translation>
    </message>
    <message>
        <source>Fits on %1, but within the error: %2 to spare</source>
        <translation>%1 放得下，但在误差范围内：剩余 %2</translation>
    </message>
    <message>
        <source>Fits on %1 with %2 to spare on each</source>
        <translation>%1 放得下，每个剩余 %2</translation>
    </message>
    <message>
        <source>Fits on %1 with %2 to spare</source>
        <translation>%1 放得下，剩余 %2</translation>
    </message>
    <message>
        <source>Does not fit on %1: %2 missing on the fullest</source>
        <translation>%1 放不下：占用最多的缺 %2</translation>
    </message>
    <message>
        <source>Does not fit on %1: %2 missing</source>
        <translation>%1 放不下：缺 %2</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <translation>总计 %1。</translation>
    </message>
    <message>
        <source>No room for another user at this context.</source>
        <translation>此上下文下没有空间再容纳一个用户。</translation>
    </message>
    <message>
        <source>Up to %1 users with requests like these.</source>
        <translation>此类请求最多 %1 个用户。</translation>
    </message>
    <message>
        <source>Up to %1 users at this context.</source>
        <translation>此上下文下最多 %1 个用户。</translation>
    </message>
    <message>
        <source>Fits on %1 × %2.</source>
        <translation>%1 × %2 放得下。</translation>
    </message>
    <message>
        <source>Fits on these GPUs with %1 weights.</source>
        <translation>权重改用 %1 后这些 GPU 放得下。</translation>
    </message>
    <message>
        <source>No number of this GPU carries it; choose a larger GPU or a smaller format.</source>
        <translation>此 GPU 无论多少都不能承载；请选择更大的 GPU 或更小的格式。</translation>
    </message>
    <message>
        <source>The context of %1 tokens is beyond the model&apos;s limit of %2.</source>
        <translation>%1 个 token 的上下文超出模型的上限 %2。</translation>
    </message>
    <message>
        <source>Only the size of this model is known: layers and heads are those of %1, so the KV cache is typical, not exact.</source>
        <translation>只知道此模型的规模：层和头取自 %1，因此 KV 缓存是典型值而非精确值。</translation>
    </message>
    <message>
        <source>%1 does not document this KV cache format.</source>
        <translation>%1 没有记载此 KV 缓存格式。</translation>
    </message>
    <message>
        <source>%1 %2 is newer than the newest known version; the rules of %3 are used.</source>
        <translation>%1 %2 比最新的已知版本更新；采用 %3 的规则。</translation>
    </message>
    <message>
        <source>%1 %2 is older than the oldest known build; the rules of %3 are used.</source>
        <translation>%1 %2 比最旧的已知构建更旧；采用 %3 的规则。</translation>
    </message>
    <message>
        <source>Almost no measured deployment with %1 stands behind the answer: sizes of weights and cache are arithmetic, the rest is a model that was hardly tested.</source>
        <translation>结果背后几乎没有 %1 的实测部署：权重和缓存的大小由算术得出，其余来自几乎未经检验的模型。</translation>
    </message>
    <message>
        <source>Almost no measured deployment of this kind of model stands behind the answer.</source>
        <translation>结果背后几乎没有此类模型的实测部署。</translation>
    </message>
    <message>
        <source>The usable memory of the GPU is estimated from its size, not measured.</source>
        <translation>GPU 的可用显存由其大小估计，并非实测。</translation>
    </message>
    <message>
        <source>The GPU shares its memory with the system; the system&apos;s default limit is assumed.</source>
        <translation>GPU 与系统共享内存；采用系统的默认上限。</translation>
    </message>
    <message>
        <source>%1 starts only where its whole share of the card is free, and what is reserved reaches into it: lower gpuMemoryUtilization.</source>
        <translation>%1 只有在其在卡上的全部份额都空闲时才会启动，而预留的部分占用了该份额：请降低 gpuMemoryUtilization。</translation>
    </message>
    <message>
        <source>Records of your own catalog are in use.</source>
        <translation>正在使用您自己目录中的记录。</translation>
    </message>
    <message>
        <source>The multi-token-prediction module (%1 parameters) is not counted: engines load it only for speculative decoding.</source>
        <translation>多 token 预测模块（%1 参数）未计入：引擎只在投机解码时加载它。</translation>
    </message>
    <message>
        <source>The vision encoder (%1 parameters) is counted with the weights.</source>
        <translation>视觉编码器（%1 参数）已计入权重。</translation>
    </message>
    <message>
        <source>%1 loads GGUF formats only experimentally; sizes are those of the file.</source>
        <translation>%1 对 GGUF 格式的加载仅为实验性；大小取自文件。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>额外开销</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 × %3 tokens, %4</source>
        <translation>%1，%2 × %3 个 token，%4</translation>
    </message>
    <message>
        <source> on %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a sentence behind another</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>What runs beside it does not fit itself: %1.</source>
        <translation>同卡运行的方案自身就放不下：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n other model(s) compute on the same GPUs: speeds are those of this one alone.</source>
        <translation>
            <numerusform>另有 %n 个模型在相同的 GPU 上计算：速度仅为此模型单独运行时的速度。</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs beside it on some of the GPUs is counted on every one.</source>
        <translation>只在部分 GPU 上同卡运行的方案按每个 GPU 都运行计入。</translation>
    </message>
    <message>
        <source>%1; around your calibration, as wide as without it</source>
        <translation>%1；以您的校准为中心，宽度与未校准时相同</translation>
    </message>
    <message>
        <source>Calibrated with your log of %1.</source>
        <translation>已用您的日志校准：%1。</translation>
    </message>
    <message>
        <source>%1 in all (%2).</source>
        <translation>总计 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 to %2, 9 of 10 times: %3</source>
        <translation>十次中有九次在 %1 至 %2 之间：%3</translation>
    </message>
</context>
<context>
    <name>SglangRules</name>
    <message>
        <source>what the card has left beside activations and graphs, 0.8 to 0.9</source>
        <translation>卡上除激活和图之外的剩余部分，0.8 到 0.9</translation>
    </message>
    <message>
        <source>The share of the free memory that weights and the KV pool may take; the rest is for activations and graphs.</source>
        <translation>空闲显存中权重和 KV 池可占用的份额；其余用于激活和图。</translation>
    </message>
    <message>
        <source>2,048 to 4,096, from the tokens of the pool</source>
        <translation>2,048 到 4,096，取决于池的 token 数</translation>
    </message>
    <message>
        <source>Requests at once; each has a table as long as the context.</source>
        <translation>同时处理的请求数；每个请求有一张与上下文等长的表。</translation>
    </message>
    <message>
        <source>2,048 to 16,384, by the memory of the card</source>
        <translation>2,048 到 16,384，取决于卡的显存</translation>
    </message>
    <message>
        <source>Tokens of a prompt in one step; activations grow with it.</source>
        <translation>一步处理的提示 token 数；激活随之增大。</translation>
    </message>
    <message>
        <source>8 to 512, by the memory of the card</source>
        <translation>8 到 512，取决于卡的显存</translation>
    </message>
    <message>
        <source>The largest step that is captured as a CUDA graph; 0 captures none.</source>
        <translation>捕获为 CUDA 图的最大步；0 表示不捕获。</translation>
    </message>
    <message>
        <source>1: tensor parallel attention</source>
        <translation>1：张量并行注意力</translation>
    </message>
    <message>
        <source>Data parallel attention: so many groups of the tensor parallel ranks each have all of attention and a KV cache of their own sequences; experts stay over all ranks.</source>
        <translation>数据并行注意力：张量并行 rank 分成若干组，每组有全部注意力和自己序列的 KV 缓存；专家仍分布在所有 rank 上。</translation>
    </message>
    <message>
        <source>SGLang has either replicas or data parallel attention; the nearest legal layout is data 1</source>
        <translation>SGLang 只能使用副本或数据并行注意力之一；最接近的合法布局为数据 1</translation>
    </message>
    <message>
        <source>%1 groups do not divide tensor parallel %2; the nearest number that does is %3</source>
        <translation>%1 组不能整除张量并行 %2；最接近的可整除数为 %3</translation>
    </message>
    <message>
        <source>CUDA context, NCCL, the tables of running requests and what the pool&apos;s buffers round up</source>
        <translation>CUDA 上下文、NCCL、运行中请求的表，以及池缓冲区的向上取整</translation>
    </message>
    <message>
        <source>runtime = CUDA context + NCCL + requests × context × 4 bytes + rounding to 2 MiB, all outside the static share</source>
        <translation>运行时 = CUDA 上下文 + NCCL + 请求 × 上下文 × 4 字节 + 取整到 2 MiB，均在静态份额之外</translation>
    </message>
    <message>
        <source>TP %1 × PP %2, context of %3 tokens: %4 in all</source>
        <translation>TP %1 × PP %2，%3 个 token 的上下文：总计 %4</translation>
    </message>
    <message>
        <source>the forward pass over one chunk of a prompt</source>
        <translation>对提示的一个分块做前向计算</translation>
    </message>
    <message>
        <source>activations = max(b T (3 I/tp + 3.4 H), %1 bytes × sequences × vocabulary)</source>
        <translation>激活 = max(b T (3 I/tp + 3.4 H), %1 字节 × 序列 × 词表)</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>总计 %1</translation>
    </message>
    <message>
        <source>outside the static share</source>
        <translation>在静态份额之外</translation>
    </message>
    <message>
        <source>graphs = (%1 GiB + %2 GiB × layers) × %3 from tensor parallel 4 on</source>
        <translation>图 = (%1 GiB + %2 GiB × 层) × %3（张量并行 4 及以上）</translation>
    </message>
</context>
<context>
    <name>ShapeGuess</name>
    <message>
        <source>There is no config.json beside the weights, so the model&apos;s shape follows from its tensors. The weights are exact. If layers have sliding windows, the KV cache is smaller than shown.</source>
        <translation>权重旁边没有 config.json，因此模型的形状由其张量推出。权重是精确的。若有的层带滑动窗口，KV 缓存会小于所示值。</translation>
    </message>
    <message>
        <source>The width of a head is assumed where no norm shows it. The size of the KV cache does not depend on it, but how many GPUs can share it does.</source>
        <translation>在没有归一化层可循之处，头的宽度为假定值。KV 缓存的大小与之无关，但可分担它的 GPU 数与之有关。</translation>
    </message>
    <message>
        <source>How many experts a token passes is not in the tensors; it is assumed and matters for the speed alone.</source>
        <translation>张量中没有说明每个 token 经过多少个专家；为假定值，只影响速度。</translation>
    </message>
    <message>
        <source>The layers with a recurrent state have weights that count, but the size of their state is not in the tensors: it is left out.</source>
        <translation>带循环状态的层，其权重已计入，但状态的大小不在张量中：未计入。</translation>
    </message>
    <message>
        <source>%1 weights are a module for multi-token prediction. They are not among those of the model.</source>
        <translation>%1 个权重属于多 token 预测模块，不计入模型的权重。</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>A quote (%1) is not closed.</source>
        <translation>引号（%1）没有闭合。</translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>%1: %2 x %3 pixels</source>
        <translation>%1：%2 x %3 像素</translation>
    </message>
    <message>
        <source>name a file that ends in .png</source>
        <translation>请指明以 .png 结尾的文件</translation>
    </message>
    <message>
        <source>%1: the picture cannot be written (%2)</source>
        <translation>%1：无法写入图片（%2）</translation>
    </message>
</context>
<context>
    <name>SourceFolder</name>
    <message>
        <source>%1: The file has %2 bytes; one of its kind has %3 at most. Check what it is.</source>
        <translation>%1：文件有 %2 字节；此类文件最多 %3 字节。请检查其内容。</translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>1 user</source>
        <translation>1 个用户</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 个用户</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>First token after %1, for a prompt as long as the context, alone</source>
        <translation>首个 token 在 %1 后（提示与上下文等长，单独运行）</translation>
    </message>
    <message>
        <source>First token after about %1, for a prompt as long as the context, alone</source>
        <translation>首个 token 约在 %1 后（提示与上下文等长，单独运行）</translation>
    </message>
    <message>
        <source>First token after %1 or more, for a prompt as long as the context, alone: only a bound</source>
        <translation>首个 token 在 %1 后或更晚（提示与上下文等长，单独运行）：只是界限</translation>
    </message>
    <message>
        <source>Choose a GPU: how fast it is follows from its bandwidth.</source>
        <translation>请选择 GPU：速度取决于它的带宽。</translation>
    </message>
    <message>
        <source>Speed: not known for this plan.</source>
        <translation>速度：此方案未知。</translation>
    </message>
    <message>
        <source>%1: at most %2 tokens/s each</source>
        <translation>%1：每个最多 %2 token/s</translation>
    </message>
    <message>
        <source>%1: %2 tokens/s each</source>
        <translation>%1：每个 %2 token/s</translation>
    </message>
    <message>
        <source>90 % interval: %1 to %2</source>
        <translation>90% 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>At most %1 tokens/s in all</source>
        <translation>合计最多 %1 token/s</translation>
    </message>
    <message>
        <source>%1 tokens/s in all</source>
        <translation>合计 %1 token/s</translation>
    </message>
    <message>
        <source>Fits on the chosen GPUs</source>
        <translation>所选 GPU 放得下</translation>
    </message>
    <message>
        <source>Does not fit on the chosen GPUs</source>
        <translation>所选 GPU 放不下</translation>
    </message>
    <message>
        <source>Decode speed with %1 to %2 users at once</source>
        <translation>%1 到 %2 个并发用户时的解码速度</translation>
    </message>
    <message>
        <source>The plan, %1</source>
        <translation>当前方案，%1</translation>
    </message>
    <message>
        <source>Speed over users: %1</source>
        <translation>速度随用户数变化：%1</translation>
    </message>
    <message>
        <source>memory does not hold one user</source>
        <translation>显存放不下一个用户</translation>
    </message>
    <message>
        <source>memory ends at %1</source>
        <translation>显存到 %1 用尽</translation>
    </message>
    <message>
        <source>band: 90 % interval</source>
        <translation>色带：90% 区间</translation>
    </message>
    <message>
        <source>band: 90 % interval; %1</source>
        <translation>色带：90% 区间；%1</translation>
    </message>
    <message>
        <source>Tokens/s for each user, at most</source>
        <translation>每个用户的 token/s，上限</translation>
    </message>
    <message>
        <source>Tokens/s for each user</source>
        <translation>每个用户的 token/s</translation>
    </message>
    <message>
        <source>Tokens/s in all, at most</source>
        <translation>合计 token/s，上限</translation>
    </message>
    <message>
        <source>Tokens/s in all</source>
        <translation>合计 token/s</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>并发用户</translation>
    </message>
</context>
<context>
    <name>SpeedText</name>
    <message>
        <source>memory bandwidth</source>
        <translation>显存带宽</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>launches and scheduling, not memory</source>
        <translation>启动和调度，而非显存</translation>
    </message>
    <message>
        <source>the link between GPUs</source>
        <translation>GPU 间的互连</translation>
    </message>
    <message>
        <source>Speed: not known, because no memory bandwidth is known for this GPU.</source>
        <translation>速度：未知，因为此 GPU 的显存带宽未知。</translation>
    </message>
    <message>
        <source>Speed: not known, because some layers run on the processor.</source>
        <translation>速度：未知，因为有些层在处理器上运行。</translation>
    </message>
    <message>
        <source>Speed: not known, because all layers run on the processor.</source>
        <translation>速度：未知，因为所有层都在处理器上运行。</translation>
    </message>
    <message>
        <source>Speed: not known, because every step reads weights from the computer&apos;s memory.</source>
        <translation>速度：未知，因为每一步都要从计算机内存读取权重。</translation>
    </message>
    <message>
        <source>Speed: not known for data parallel attention: nothing was measured with it.</source>
        <translation>速度：数据并行注意力未知：没有对其做过实测。</translation>
    </message>
    <message>
        <source>only a bound: peak bandwidth and peak FLOPS; nothing was measured for %1 on such hardware</source>
        <translation>仅为界限：峰值带宽和峰值 FLOPS；%1 在此类硬件上没有实测</translation>
    </message>
    <message numerus="yes">
        <source>%n measured row(s) of %1 configurations: %2</source>
        <translation>
            <numerusform>%1 种配置的 %n 行实测：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; without what speculative decoding gains</source>
        <translation>%1；不含投机解码的增益</translation>
    </message>
    <message>
        <source>Decode: %1 tokens/s a sequence, 90 % interval %2 to %3; %4 in all; limited by %5 (%6)</source>
        <translation>解码：每个序列 %1 token/s，90% 区间 %2 至 %3；总计 %4；受限于%5（%6）</translation>
    </message>
    <message>
        <source>Decode: at most %1 tokens/s a sequence, %2 in all (%3)</source>
        <translation>解码：每个序列至多 %1 token/s，总计 %2（%3）</translation>
    </message>
    <message>
        <source>Prefill: %1 tokens/s, 90 % interval %2 to %3; first token after %4 ms</source>
        <translation>预填充：%1 token/s，90% 区间 %2 至 %3；首个 token 延迟 %4 ms</translation>
    </message>
    <message>
        <source>Prefill: about %1 tokens/s, first token after about %2 ms (no prompt was measured on such a plan)</source>
        <translation>预填充：约 %1 token/s，首个 token 延迟约 %2 ms（此类方案没有实测过提示）</translation>
    </message>
    <message>
        <source>Prefill: at most %1 tokens/s, first token after %2 ms or more (only a bound)</source>
        <translation>预填充：至多 %1 token/s，首个 token 延迟至少 %2 ms（仅为界限）</translation>
    </message>
    <message>
        <source>At most %1 tokens/s for each user.</source>
        <translation>每个用户至多 %1 token/s。</translation>
    </message>
    <message>
        <source>About %1 tokens/s for each user (%2 to %3).</source>
        <translation>每个用户约 %1 token/s（%2 至 %3）。</translation>
    </message>
    <message>
        <source>About %1 tokens/s for each user.</source>
        <translation>每个用户约 %1 token/s。</translation>
    </message>
</context>
<context>
    <name>StoredFormat</name>
    <message>
        <source>%1 experts, %2 rest</source>
        <translation>专家 %1，其余 %2</translation>
    </message>
</context>
<context>
    <name>SweepCharts</name>
    <message>
        <source>The rules of this engine count no memory for it: the line is flat.</source>
        <translation>此引擎的规则没有为其计入显存：线是平的。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Fits on the chosen GPUs</source>
        <translation>所选 GPU 放得下</translation>
    </message>
    <message>
        <source>Does not fit on the chosen GPUs</source>
        <translation>所选 GPU 放不下</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>The plan, %1</source>
        <translation>当前方案，%1</translation>
    </message>
    <message>
        <source>Load line of %1: %2</source>
        <translation>%1 的载重线：%2</translation>
    </message>
    <message>
        <source>Memory over context: %1</source>
        <translation>显存随上下文变化：%1</translation>
    </message>
    <message>
        <source>Context, tokens a sequence</source>
        <translation>上下文，每个序列的 token 数</translation>
    </message>
    <message>
        <source>fits up to %1 tokens</source>
        <translation>最多 %1 个 token</translation>
    </message>
    <message>
        <source>made for up to %1 tokens</source>
        <translation>设计上限 %1 个 token</translation>
    </message>
    <message>
        <source>Memory over users: %1</source>
        <translation>显存随用户数变化：%1</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>fits up to %1 users</source>
        <translation>最多 %1 个用户</translation>
    </message>
    <message>
        <source>Other models are looked up in the catalog, and there is none.</source>
        <translation>其他模型要在目录中查找，而这里没有目录。</translation>
    </message>
    <message>
        <source>All of these fit</source>
        <translation>全部放得下</translation>
    </message>
    <message>
        <source>Not one token fits</source>
        <translation>一个 token 也放不下</translation>
    </message>
    <message>
        <source>fits 1 user</source>
        <translation>放得下 1 个用户</translation>
    </message>
    <message>
        <source>Not even one user fits</source>
        <translation>一个用户也放不下</translation>
    </message>
    <message>
        <source>Memory over parameters: %1</source>
        <translation>显存随参数量变化：%1</translation>
    </message>
    <message>
        <source>Parameters, models of typical shape</source>
        <translation>参数量，典型形状的模型</translation>
    </message>
    <message>
        <source>Parameters (the curve is of typical shapes, the point is %1)</source>
        <translation>参数量（曲线为典型形状，点为 %1）</translation>
    </message>
    <message>
        <source>fits up to %1 on %2</source>
        <translation>%2 最多放得下 %1</translation>
    </message>
    <message>
        <source>None of these fit</source>
        <translation>全部放不下</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Plans side by side; this one: %1</source>
        <translation>方案并排比较；当前方案：%1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>1 M tokens</source>
        <translation>每百万 token</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功耗</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Fullest GPU</source>
        <translation>占用最多的 GPU</translation>
    </message>
    <message>
        <source>Per GPU</source>
        <translation>每个 GPU</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Memory per GPU: %1</source>
        <translation>每个 GPU 的显存：%1</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>One device</source>
        <translation>单个设备</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Memory by precision: %1</source>
        <translation>各精度的显存：%1</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储格式</translation>
    </message>
    <message>
        <source>GPUs needed</source>
        <translation>所需 GPU 数</translation>
    </message>
    <message>
        <source>%1 (this plan)</source>
        <translation>%1（此方案）</translation>
    </message>
    <message>
        <source>From the rule of thumb to the answer: %1</source>
        <translation>从经验法则到结果：%1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a column and its unit</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>this plan</source>
        <translation>此方案</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Memory over context: %1</source>
        <translation>显存随上下文变化：%1</translation>
    </message>
    <message>
        <source>Context, tokens a sequence</source>
        <translation>上下文，每个序列的 token 数</translation>
    </message>
    <message>
        <source>Memory over users: %1</source>
        <translation>显存随用户数变化：%1</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>首个 token 延迟</translation>
    </message>
    <message>
        <source>GPUs that carry it: %1</source>
        <translation>放得下的 GPU：%1</translation>
    </message>
    <message>
        <source>Each user</source>
        <translation>每个用户</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>GPUs needed in each precision: %1</source>
        <translation>各精度所需的 GPU：%1</translation>
    </message>
    <message>
        <source>GPUs needed for each model, all else as in %1</source>
        <translation>各模型所需的 GPU，其余同 %1</translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>极限：%1</translation>
    </message>
    <message>
        <source>Memory by item: %1</source>
        <translation>各项内存：%1</translation>
    </message>
    <message>
        <source>Computer&apos;s memory</source>
        <translation>计算机内存</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>The engine&apos;s share</source>
        <translation>引擎的份额</translation>
    </message>
    <message>
        <source>KV cache pool</source>
        <translation>KV 缓存池</translation>
    </message>
    <message>
        <source>90 % interval from</source>
        <translation>90% 区间，从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>the end of an interval</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>With its numbers</source>
        <translation>代入数字</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>this plan, and the most that fits</source>
        <translation>此方案，也是放得下的最大值</translation>
    </message>
    <message>
        <source>the most that fits</source>
        <translation>放得下的最大值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Memory over parameters: %1</source>
        <translation>显存随参数量变化：%1</translation>
    </message>
    <message>
        <source>Parameters, models of typical shape</source>
        <translation>参数量，典型形状的模型</translation>
    </message>
    <message>
        <source>Parameters (rows are of typical shapes, the plan is %1)</source>
        <translation>参数量（各行为典型形状，方案为 %1）</translation>
    </message>
    <message>
        <source>Speed over users: %1</source>
        <translation>速度随用户数变化：%1</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部合计</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); choose another folder or free some room</source>
        <translation>无法写入 %1（%2）；请选择其他文件夹或释放一些空间</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a table; there are %2</source>
        <translation>“%1”不是表格；可用的有 %2</translation>
    </message>
</context>
<context>
    <name>TensorRtLlmRules</name>
    <message>
        <source>The share of the memory that is free after loading which becomes KV cache.</source>
        <translation>加载后空闲显存中用作 KV 缓存的份额。</translation>
    </message>
    <message>
        <source>Tokens in one step; activations grow with it.</source>
        <translation>一步的 token 数；激活随之增大。</translation>
    </message>
    <message>
        <source>Sequences in one step; their logits grow with it.</source>
        <translation>一步的序列数；其 logits 随之增大。</translation>
    </message>
    <message>
        <source>one step of %1 tokens</source>
        <translation>一步 %1 个 token</translation>
    </message>
    <message>
        <source>activations = b T (3 I/tp + 3.4 H) + %1 bytes × sequences × vocabulary</source>
        <translation>激活 = b T (3 I/tp + 3.4 H) + %1 字节 × 序列 × 词表</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>总计 %1</translation>
    </message>
    <message>
        <source>CUDA context, runtime and decoder buffers</source>
        <translation>CUDA 上下文、运行时和解码器缓冲区</translation>
    </message>
    <message>
        <source>runtime = CUDA context + buffers + NCCL between GPUs</source>
        <translation>运行时 = CUDA 上下文 + 缓冲区 + GPU 间的 NCCL</translation>
    </message>
</context>
<context>
    <name>TorchExplain</name>
    <message>
        <source>window of %1 tokens</source>
        <translation>%1 个 token 的窗口</translation>
    </message>
    <message>
        <source>full attention</source>
        <translation>全注意力</translation>
    </message>
    <message>
        <source>%1: %2 blocks of %3 tokens × %4 × %5 sequences = %6</source>
        <translation>%1：%2 个 %3 token 的块 × %4 × %5 个序列 = %6</translation>
    </message>
    <message>
        <source>%1 parameters in %2, embedding and head in %3 bits</source>
        <translation>%1 参数，%2，嵌入和输出头 %3 位</translation>
    </message>
    <message>
        <source>%1 parameters × %2 bytes</source>
        <translation>%1 参数 × %2 字节</translation>
    </message>
    <message numerus="yes">
        <source>, divided over %n GPU(s)</source>
        <translation>
            <numerusform>，分到 %n 个 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>weights a rank = Σ tensors of its share, in the allocator&apos;s sizes</source>
        <translation>每个 rank 的权重 = Σ 其份额的张量，按分配器的大小计</translation>
    </message>
    <message>
        <source>TP %1 × PP %2: %3 on the fullest rank, %4 in all</source>
        <translation>TP %1 × PP %2：占用最多的 rank %3，总计 %4</translation>
    </message>
    <message numerus="yes">
        <source>Experts are spread over %n group(s) of ranks, each expert in one of them.</source>
        <translation>
            <numerusform>专家分布在 %n 组 rank 上，每个专家只在其中一组。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attention is there in %n group(s) of ranks, each with all of it.</source>
        <translation>
            <numerusform>注意力在 %n 组 rank 中各有一份完整的。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stay in the computer&apos;s memory.</source>
        <translation>%1 留在计算机内存中。</translation>
    </message>
    <message>
        <source>%1 a token × %2 tokens in use</source>
        <translation>每个 token %1 × 使用中的 %2 个 token</translation>
    </message>
    <message>
        <source>%1 a token × %2 tokens</source>
        <translation>每个 token %1 × %2 个 token</translation>
    </message>
    <message>
        <source>%1 × %2 users</source>
        <translation>%1 × %2 个用户</translation>
    </message>
    <message>
        <source>KV cache = Σ kinds of layer: blocks × layers × 2 × KV heads × head_dim × bytes × sequences</source>
        <translation>KV 缓存 = Σ 各类层：块 × 层 × 2 × KV 头 × head_dim × 字节 × 序列</translation>
    </message>
    <message>
        <source>%1 a token over all growing layers; %2 in all</source>
        <translation>所有增长的层每个 token %1；总计 %2</translation>
    </message>
    <message>
        <source>Sized by what is in use: %1 of up to %2 tokens a sequence on average, and never less than one request of %2.</source>
        <translation>按实际使用量计算：每个序列平均 %1 个 token，最多 %2 个，且不少于一个 %2 的请求。</translation>
    </message>
    <message>
        <source>%1 tokens with which all prompts begin are kept once, in whole blocks.</source>
        <translation>所有提示共同开头的 %1 个 token 只保留一份，以整块计。</translation>
    </message>
    <message>
        <source>The pool holds %1: %2 tokens, %3 requests of this length at once.</source>
        <translation>池容纳 %1：%2 个 token，同时 %3 个此长度的请求。</translation>
    </message>
    <message>
        <source>one state a sequence, whatever its length</source>
        <translation>每个序列一份状态，与长度无关</translation>
    </message>
    <message>
        <source>state = Σ layers with a state: bytes of the state × sequences</source>
        <translation>状态 = Σ 带状态的层：状态的字节 × 序列</translation>
    </message>
    <message>
        <source>%1 sequences: %2</source>
        <translation>%1 个序列：%2</translation>
    </message>
</context>
<context>
    <name>TransformersRules</name>
    <message>
        <source>bitsandbytes 8-bit</source>
        <translation>bitsandbytes 8 位</translation>
    </message>
    <message>
        <source>bitsandbytes NF4</source>
        <translation>bitsandbytes NF4</translation>
    </message>
    <message>
        <source>the whole prompts of all sequences run in one step</source>
        <translation>所有序列的完整提示在一步中运行</translation>
    </message>
    <message>
        <source>activations = b × sequences × context × (3 I/tp + 3.4 H)</source>
        <translation>激活 = b × 序列 × 上下文 × (3 I/tp + 3.4 H)</translation>
    </message>
    <message>
        <source>%1 × %2 tokens: %3 in all</source>
        <translation>%1 × %2 个 token：总计 %3</translation>
    </message>
    <message>
        <source>CUDA context and workspaces</source>
        <translation>CUDA 上下文和工作区</translation>
    </message>
    <message>
        <source>runtime = CUDA context + workspaces</source>
        <translation>运行时 = CUDA 上下文 + 工作区</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>总计 %1</translation>
    </message>
</context>
<context>
    <name>UnknownArchitecture</name>
    <message>
        <source>&quot;%1&quot; is not a known architecture. It is read as &quot;%2&quot;, whose name it carries.</source>
        <translation>未知的架构“%1”。按其名称所含的“%2”读取。</translation>
    </message>
    <message>
        <source>gated feed-forward blocks of three matrices</source>
        <translation>三个矩阵的门控前馈块</translation>
    </message>
    <message>
        <source>feed-forward blocks of two matrices</source>
        <translation>两个矩阵的前馈块</translation>
    </message>
    <message>
        <source>The file names no architecture. It is read as a plain transformer from the keys that it has: pre-norm layers, %1.</source>
        <translation>文件没有给出架构。根据其已有的键按普通 Transformer 读取：前置归一化层，%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known architecture. It is read as a plain transformer from the keys that the file has: pre-norm layers, %2.</source>
        <translation>未知的架构“%1”。根据文件已有的键按普通 Transformer 读取：前置归一化层，%2。</translation>
    </message>
    <message>
        <source>It names no key-value heads: each of its %1 heads is given its own, so the KV cache may be up to %1 times too large.</source>
        <translation>没有给出 KV 头：为其 %1 个头各配一个，因此 KV 缓存可能偏大至多 %1 倍。</translation>
    </message>
    <message>
        <source>It names a sliding window but not the layers that have it: none is assumed, so the KV cache of a context longer than the window may be too large by all but the window.</source>
        <translation>给出了滑动窗口但没有给出哪些层使用：假定都不使用，因此上下文长于窗口时，KV 缓存可能多出窗口以外的全部。</translation>
    </message>
    <message>
        <source>The KV cache is that of %1 key-value heads in every layer; if some layers have windows or no attention, it is too large by their share.</source>
        <translation>KV 缓存按每层 %1 个 KV 头计算；若有的层带窗口或没有注意力，则按其比例偏大。</translation>
    </message>
</context>
<context>
    <name>UnsavedState</name>
    <message>
        <source>%1 holds no unsaved plan.</source>
        <translation>%1 中没有未保存的方案。</translation>
    </message>
</context>
<context>
    <name>VllmExplain</name>
    <message>
        <source>The vocabulary of %1 is padded to a multiple of %2.</source>
        <translation>词表 %1 补齐到 %2 的倍数。</translation>
    </message>
    <message>
        <source>A tensor keeps the rest of its block where that is 1 MiB or less: PyTorch does not split it off.</source>
        <translation>块的剩余部分不超过 1 MiB 时由张量保留：PyTorch 不会将其拆出。</translation>
    </message>
    <message>
        <source>The rotary tables for %1 positions are on every rank.</source>
        <translation>%1 个位置的旋转表在每个 rank 上都有。</translation>
    </message>
    <message>
        <source>sampler: %1 sequences × %2 logits × %3 bytes</source>
        <translation>采样器：%1 个序列 × %2 个 logits × %3 字节</translation>
    </message>
    <message>
        <source>activations = max(S V (%1 + b) + T H b + experts, b T (3 I/tp + 3.4 H)) + %2</source>
        <translation>激活 = max(S V (%1 + b) + T H b + 专家, b T (3 I/tp + 3.4 H)) + %2</translation>
    </message>
    <message>
        <source>S = %1, V = %2, T = %3, H = %4, I = %5, b = %6: %7 on the fullest rank</source>
        <translation>S = %1，V = %2，T = %3，H = %4，I = %5，b = %6：占用最多的 rank %7</translation>
    </message>
    <message>
        <source>S = max_num_seqs and T = max_num_batched_tokens: %1</source>
        <translation>S = max_num_seqs，T = max_num_batched_tokens：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>adapters: slots × Σ linear layers: rank × (inputs + outputs) × bytes; a draft: its weights</source>
        <translation>适配器：槽位 × Σ 线性层：秩 ×（输入 + 输出）× 字节；草稿模型：其权重</translation>
    </message>
    <message>
        <source>%1 in all, charged to the budget</source>
        <translation>总计 %1，计入预算</translation>
    </message>
    <message>
        <source>The draft&apos;s layers (%1) keep a KV cache in the same pool.</source>
        <translation>草稿模型的各层（%1）在同一个池中保存 KV 缓存。</translation>
    </message>
    <message>
        <source>one page of state a sequence, whatever its length</source>
        <translation>每个序列一页状态，与长度无关</translation>
    </message>
    <message>
        <source>state = groups × page × sequences</source>
        <translation>状态 = 组 × 页 × 序列</translation>
    </message>
    <message>
        <source>%1 sequences: %2</source>
        <translation>%1 个序列：%2</translation>
    </message>
    <message>
        <source>inside the budget since vLLM 0.21</source>
        <translation>自 vLLM 0.21 起在预算之内</translation>
    </message>
    <message>
        <source>outside the budget before vLLM 0.21</source>
        <translation>vLLM 0.21 之前在预算之外</translation>
    </message>
    <message>
        <source>graphs = %1 + %2 × layers + %3 × layers × width / tp / 100,000 + %4 with many experts</source>
        <translation>图 = %1 + %2 × 层 + %3 × 层 × 宽度 / tp / 100,000 + %4（专家众多时）</translation>
    </message>
    <message>
        <source>%1 layers over %2 stages: %3 in all</source>
        <translation>%1 层，%2 个阶段：总计 %3</translation>
    </message>
    <message>
        <source>CUDA context, NCCL and workspaces on every GPU</source>
        <translation>每个 GPU 上的 CUDA 上下文、NCCL 和工作区</translation>
    </message>
    <message>
        <source>CUDA context and workspaces</source>
        <translation>CUDA 上下文和工作区</translation>
    </message>
    <message>
        <source>runtime = CUDA context before the start (outside the budget) + memory outside PyTorch after it (inside)</source>
        <translation>运行时 = 启动前的 CUDA 上下文（预算之外）+ 启动后 PyTorch 之外的显存（预算之内）</translation>
    </message>
    <message>
        <source>TP %1 × PP %2: %3 in all</source>
        <translation>TP %1 × PP %2：总计 %3</translation>
    </message>
    <message>
        <source>Outside PyTorch: %1 alone, %2 under pipeline parallel, %3 at TP 2, %4 beyond.</source>
        <translation>PyTorch 之外：单独 %1，流水线并行下 %2，TP 2 时 %3，更多时 %4。</translation>
    </message>
</context>
<context>
    <name>VllmOptions</name>
    <message>
        <source>The share of the card that vLLM allows itself; what weights and activations leave of it becomes KV cache.</source>
        <translation>vLLM 允许自己使用的卡的份额；权重和激活之外的剩余部分成为 KV 缓存。</translation>
    </message>
    <message>
        <source>No CUDA graphs: saves their memory, costs speed.</source>
        <translation>不使用 CUDA 图：节省其显存，牺牲速度。</translation>
    </message>
    <message>
        <source>Tokens of one KV cache block; every sequence rounds up to it.</source>
        <translation>一个 KV 缓存块的 token 数；每个序列向上取整到整块。</translation>
    </message>
    <message>
        <source>GiB of the weights of every GPU that stay in the computer&apos;s memory: frees as much on the card, and every step reads them over PCIe.</source>
        <translation>每个 GPU 的权重中留在计算机内存里的 GiB 数：在卡上释放同样多，但每一步都要经 PCIe 读取。</translation>
    </message>
    <message>
        <source>the context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>The longest request; concurrency is counted in it.</source>
        <translation>最长的请求；并发数以它计量。</translation>
    </message>
    <message>
        <source>1024 on cards of 70 GiB and more but the A100, else 256</source>
        <translation>70 GiB 及以上的卡（A100 除外）为 1024，否则 256</translation>
    </message>
    <message>
        <source>Sequences in one step; the sampler&apos;s memory grows with it.</source>
        <translation>一步的序列数；采样器的显存随之增大。</translation>
    </message>
    <message>
        <source>8192 on cards of 70 GiB and more but the A100, else 2048</source>
        <translation>70 GiB 及以上的卡（A100 除外）为 8192，否则 2048</translation>
    </message>
    <message>
        <source>Tokens in one step; activations grow with it.</source>
        <translation>一步的 token 数；激活随之增大。</translation>
    </message>
    <message>
        <source>yes since V1</source>
        <translation>自 V1 起为是</translation>
    </message>
    <message>
        <source>Blocks of finished requests stay in the pool until others need them: takes nothing beyond the pool.</source>
        <translation>已完成请求的块留在池中，直到被其他请求需要：不占用池以外的空间。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>LoRA adapters in one batch: room for all of them is set aside when the model is loaded. CUDA graphs grow besides, which is not counted.</source>
        <translation>一个批次中的 LoRA 适配器数：加载模型时为其全部预留空间。CUDA 图也会因此增大，未计入。</translation>
    </message>
    <message>
        <source>The draft model of speculative decoding: its weights are loaded beside the model, and its layers keep a KV cache in the same pool.</source>
        <translation>投机解码的草稿模型：其权重与模型一起加载，其各层在同一个池中保存 KV 缓存。</translation>
    </message>
    <message>
        <source>The largest rank of an adapter; every slot has it.</source>
        <translation>适配器的最大秩；每个槽位都按它分配。</translation>
    </message>
    <message>
        <source>Speculative decoding: ngram needs no model, mtp loads the module of the checkpoint, draft_model a second model. Weights and KV cache of it are counted; what its sampler takes is not.</source>
        <translation>投机解码：ngram 不需要模型，mtp 加载检查点中的模块，draft_model 加载第二个模型。其权重和 KV 缓存已计入；其采样器的占用未计入。</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>copies = weights on all GPUs − weights of one copy</source>
        <translation>副本 = 所有 GPU 上的权重 − 一份权重</translation>
    </message>
    <message>
        <source>On all GPUs</source>
        <translation>在所有 GPU 上</translation>
    </message>
    <message>
        <source>− 0.2 × weights: what really stands beside the weights follows, item by item</source>
        <translation>− 0.2 × 权重：权重之外的实际占用在下面逐项列出</translation>
    </message>
    <message>
        <source>0.2 × %1 = %2</source>
        <translation>0.2 × %1 = %2</translation>
    </message>
    <message>
        <source>Without the flat 20 %</source>
        <translation>去掉固定的 20%</translation>
    </message>
    <message>
        <source>weights = Σ tensors: numbers × bits, each tensor in its own format</source>
        <translation>权重 = Σ 张量：数量 × 位数，每个张量按其自身格式</translation>
    </message>
    <message>
        <source>%1 parameters in %2: %3, as the rule says</source>
        <translation>%1 参数，%2：%3，与法则一致</translation>
    </message>
    <message>
        <source>%1 parameters in %2: %3 instead of %4</source>
        <translation>%1 参数，%2：%3，而不是 %4</translation>
    </message>
    <message>
        <source>Exact parameters</source>
        <translation>精确的参数</translation>
    </message>
    <message>
        <source>As %1 loads them</source>
        <translation>按 %1 的加载方式</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>calibration = measured − predicted, of what the engine spends itself, on each GPU</source>
        <translation>校准 = 实测 − 预测，指引擎自身的占用，每个 GPU</translation>
    </message>
    <message>
        <source>your log of %1</source>
        <translation>您的日志：%1</translation>
    </message>
    <message>
        <source>Your calibration</source>
        <translation>您的校准</translation>
    </message>
</context>
<context>
    <name>WaterfallChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1：%2，现为 %3</translation>
    </message>
    <message>
        <source>Load line of %1</source>
        <translation>%1 的载重线</translation>
    </message>
    <message>
        <source>From the rule of thumb to the answer: %1</source>
        <translation>从经验法则到结果：%1</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>WeightScheme</name>
    <message>
        <source>ternary</source>
        <translation>三值</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no file was named</source>
        <translation>未指明文件</translation>
    </message>
    <message>
        <source>%1: no file can be made in the folder %2</source>
        <translation>%1：无法在文件夹 %2 中创建文件</translation>
    </message>
    <message>
        <source>there is no page &quot;%1&quot;; there are %2</source>
        <translation>没有页面“%1”；有 %2</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>write a picture of the window and leave; needs no display</source>
        <translation>写出窗口的图片后退出；不需要显示器</translation>
    </message>
    <message>
        <source>size of the window</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>colours of the window</source>
        <translation>窗口颜色</translation>
    </message>
    <message>
        <source>pixels of the picture for each of the window&apos;s, 0.5 to 4</source>
        <translation>窗口每像素对应的图片像素，0.5 到 4</translation>
    </message>
    <message>
        <source>there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); plimsoll estimate answers without one, plimsoll --snapshot FILE.png writes a picture</source>
        <translation>没有可打开窗口的显示器（未设置 DISPLAY 和 WAYLAND_DISPLAY）；plimsoll estimate 无需显示器即可回答，plimsoll --snapshot FILE.png 写出图片</translation>
    </message>
    <message>
        <source>D&amp;ismiss</source>
        <translation>忽略(&amp;I)</translation>
    </message>
    <message>
        <source>page of the answer: precisions, context, users, parameters, speed, gpus, compare, limits, what-fits, explain, presentation</source>
        <translation>结果页面：precisions、context、users、parameters、speed、gpus、compare、limits、what-fits、explain、presentation</translation>
    </message>
    <message>
        <source>Your calibration is not used. %1</source>
        <translation>未采用您的校准。%1</translation>
    </message>
    <message>
        <source>Opens the window, with the plan, figure, model or start-up log that is named.</source>
        <translation>打开窗口，并载入所指定的方案、图表、模型或启动日志。</translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a width and a height such as 1280x800</source>
        <translation>“%1”不是类似 1280x800 的宽和高</translation>
    </message>
    <message>
        <source>--unit: &quot;%1&quot; is not a unit: expected GiB or GB</source>
        <translation>--unit：“%1”不是单位：应为 GiB 或 GB</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of light, dark, contrast-light and contrast-dark</source>
        <translation>“%1”不是 light、dark、contrast-light 和 contrast-dark 之一</translation>
    </message>
</context>
<context>
    <name>plimsoll::AboutDialog</name>
    <message>
        <source>an unknown compiler</source>
        <translation>未知的编译器</translation>
    </message>
    <message>
        <source>Plimsoll %1</source>
        <translation>Plimsoll %1</translation>
    </message>
    <message>
        <source>Qt %1, built with Qt %2</source>
        <translation>Qt %1，构建时使用 Qt %2</translation>
    </message>
    <message>
        <source>Compiler: %1</source>
        <translation>编译器：%1</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>系统：%1，%2</translation>
    </message>
    <message>
        <source>Catalog of %1: %2 models, %3 GPUs, %4 formats.</source>
        <translation>%1 的目录：%2 个模型、%3 种 GPU、%4 种格式。</translation>
    </message>
    <message>
        <source>That is the newest date in it: of a release, a price or a measurement. Prices are offers of their day.</source>
        <translation>这是其中最新的日期：某次发布、某个价格或某次测量的日期。价格是当日的报价。</translation>
    </message>
    <message>
        <source>Your own catalog file is merged over it.</source>
        <translation>您自己的目录文件已合并在其上。</translation>
    </message>
    <message>
        <source>Plimsoll is free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later), without any warranty.</source>
        <translation>Plimsoll 是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本（GPL-3.0-or-later），不提供任何担保。</translation>
    </message>
    <message>
        <source>Qt is used under the GNU Lesser General Public License, version 3 (LGPL-3.0), its Charts under the GNU General Public License, version 3.</source>
        <translation>Qt 按 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用，其 Charts 模块按 GNU 通用公共许可证第 3 版使用。</translation>
    </message>
    <message>
        <source>Facts of models are from the files that their publishers put out, facts of GPUs from their makers&apos; data sheets and drivers. Every record of the catalog names its source, and &quot;Explain&quot; shows it beside each number.</source>
        <translation>模型的数据来自发布者公开的文件，GPU 的数据来自厂商的规格书和驱动程序。目录中每条记录都注明来源，“说明”页会在每个数值旁显示。</translation>
    </message>
    <message>
        <source>Measured memory of vLLM: the llm-d planner project (Apache-2.0). Other measured rows are figures that their authors published; each names where. Buffers of llama.cpp were measured for this program.</source>
        <translation>vLLM 的实测显存：llm-d planner 项目（Apache-2.0）。其他实测数据是作者公开发表的数值，各自注明出处。llama.cpp 的缓冲区是为本程序测量的。</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>关于 Plimsoll</translation>
    </message>
    <message>
        <source>How deep a large language model loads a GPU: how much memory a deployment needs, which GPUs carry it, how many, and why. Nothing leaves this computer, and only when you ask for a model of the Hugging Face Hub is it asked for that.</source>
        <translation>大语言模型让 GPU 的载重线吃水多深：部署需要多少显存、哪些 GPU 能承载、需要几个，以及为什么。任何数据都不会离开这台电脑；只有当您要查询 Hugging Face Hub 上的模型时，才会联网查询该模型。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>plimsoll::Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>编辑(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Unit of sizes</source>
        <translation>大小的单位</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>What sizes are shown in: GiB counts in powers of two, as drivers do, GB in powers of ten, as shops do.</source>
        <translation>大小的显示单位：GiB 按二的幂计算，与驱动程序一致；GB 按十的幂计算，与商家一致。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The colours of the window: light, dark or of high contrast.</source>
        <translation>窗口的颜色：浅色、深色或高对比度。</translation>
    </message>
</context>
<context>
    <name>plimsoll::AnswerTabs</name>
    <message>
        <source>What is shown of the answer</source>
        <translation>显示结果的哪一部分</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>极限</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>适用硬件</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>计算过程</translation>
    </message>
</context>
<context>
    <name>plimsoll::Autosave</name>
    <message>
        <source>the folder %1 cannot be written</source>
        <translation>文件夹 %1 无法写入</translation>
    </message>
    <message>
        <source>Unsaved changes are not kept in case the program ends unexpectedly: %1. Save the plan.</source>
        <translation>程序意外结束时无法保留未保存的更改：%1。请保存方案。</translation>
    </message>
</context>
<context>
    <name>plimsoll::BesideField</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the models beside it</source>
        <translation>更改同卡运行的模型</translation>
    </message>
    <message>
        <source>Other models that run on the same GPUs and start first.
Each is a saved plan; what it takes is not free for this one.</source>
        <translation>在相同 GPU 上运行并先启动的其他模型。
每个都是已保存的方案；它占用的显存不能用于此方案。</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2 takes %3 of %n GPU(s)</source>
        <translation>
            <numerusform>%1（%2）在 %n 个 GPU 上占用 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add a saved plan...</source>
        <translation>添加已保存的方案(&amp;A)...</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Plan that runs on the same GPUs</source>
        <translation>在相同 GPU 上运行的方案</translation>
    </message>
    <message>
        <source>Plans (*.plimsoll *.json);;All files (*)</source>
        <translation>方案 (*.plimsoll *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 has plans beside it itself: add those one by one</source>
        <translation>%1 本身带有同卡运行的方案：请逐个添加</translation>
    </message>
</context>
<context>
    <name>plimsoll::BreakdownChart</name>
    <message>
        <source>Breakdown</source>
        <translation>明细</translation>
    </message>
</context>
<context>
    <name>plimsoll::BreakdownModel</name>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Rule of thumb</source>
        <translation>经验法则</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Fullest GPU</source>
        <translation>占用最多的 GPU</translation>
    </message>
    <message>
        <source>Per GPU</source>
        <translation>每个 GPU</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>plimsoll::BreakdownView</name>
    <message>
        <source>Where the memory goes</source>
        <translation>显存的用途</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>000.0 GiB</source>
        <translation>000.0 GiB</translation>
    </message>
    <message>
        <source>0,000.0 GiB</source>
        <translation>0,000.0 GiB</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1%</translation>
    </message>
</context>
<context>
    <name>plimsoll::CalibrationBook</name>
    <message>
        <source>The calibration that was there could not be read; it lies at %1 now.</source>
        <translation>原有的校准无法读取；现位于 %1。</translation>
    </message>
</context>
<context>
    <name>plimsoll::CalibrationDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Use my calibration</source>
        <translation>使用我的校准(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>What your own start-up logs measured beside the estimate. Answers to plans with the same engine, version, GPU and layout take it over: activations, CUDA graphs and what is outside PyTorch; weights and KV cache are arithmetic and stay.</source>
        <translation>您自己的启动日志相对于估算测得的差异。引擎、版本、GPU 和布局相同的方案的答案会采用它：激活、CUDA graph 和 PyTorch 之外的部分；权重和 KV 缓存由计算得出，保持不变。</translation>
    </message>
    <message>
        <source>Off: answers follow the engines&apos; rules alone; the records stay</source>
        <translation>关闭：答案仅遵循引擎规则；记录保留</translation>
    </message>
    <message>
        <source>Records of your calibration</source>
        <translation>您的校准记录</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量环境</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Measured beside the estimate, on each GPU</source>
        <translation>相对于估算测得的差异，每个 GPU</translation>
    </message>
    <message>
        <source>There is no record. A log makes one: choose Calibrate beside it, or run &quot;plimsoll measure LOG --calibrate&quot;.</source>
        <translation>没有记录。可由日志生成：在日志旁选择“校准”，或运行“plimsoll measure LOG --calibrate”。</translation>
    </message>
    <message>
        <source>Take the chosen record back: answers are as they were without it</source>
        <translation>撤回所选记录：答案恢复为没有它时的样子</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测得</translation>
    </message>
</context>
<context>
    <name>plimsoll::CatalogModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>plimsoll::CellMatrix</name>
    <message>
        <source>%1: no legal number of it carries this plan</source>
        <translation>%1：没有能承载此方案的合法数量</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 to spare on the fullest</source>
        <translation>占用最多的剩余 %1</translation>
    </message>
    <message>
        <source>Tensor parallel %1, pipeline parallel %2</source>
        <translation>张量并行 %1，流水线并行 %2</translation>
    </message>
    <message>
        <source>Tensor parallel %1</source>
        <translation>张量并行 %1</translation>
    </message>
    <message>
        <source>More than one machine</source>
        <translation>多于一台机器</translation>
    </message>
    <message>
        <source>%1× *</source>
        <translation>%1× *</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
</context>
<context>
    <name>plimsoll::ChartView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Working it out ...</source>
        <translation>正在计算 ...</translation>
    </message>
</context>
<context>
    <name>plimsoll::CompareChart</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>plimsoll::CompareGrid</name>
    <message>
        <source>Plans side by side</source>
        <translation>方案并排比较</translation>
    </message>
    <message>
        <source>Enter goes back to the plan of the column, F2 renames it, Alt with an arrow moves it, Delete removes it</source>
        <translation>Enter 回到该列的方案，F2 重命名，Alt 加方向键移动，Delete 移除</translation>
    </message>
</context>
<context>
    <name>plimsoll::CompareTable</name>
    <message>
        <source>%1, more than the %2 of this plan</source>
        <translation>%1，多于此方案的 %2</translation>
    </message>
    <message>
        <source>%1, less than the %2 of this plan</source>
        <translation>%1，少于此方案的 %2</translation>
    </message>
    <message>
        <source>%1, this plan: %2</source>
        <translation>%1，此方案：%2</translation>
    </message>
    <message>
        <source>what you see</source>
        <translation>当前所见</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>回到该方案</translation>
    </message>
    <message>
        <source>Makes &quot;%1&quot; the plan to work on</source>
        <translation>将“%1”设为正在处理的方案</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1
A double click or F2 renames it, dragging moves it</source>
        <translation>%1
双击或 F2 重命名，拖动移动</translation>
    </message>
</context>
<context>
    <name>plimsoll::CompareView</name>
    <message>
        <source>Pin this plan</source>
        <translation>固定此方案</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the pinned plan of the chosen column (F2)</source>
        <translation>重命名所选列的固定方案 (F2)</translation>
    </message>
    <message>
        <source>Move it to the left (Alt+Left)</source>
        <translation>左移 (Alt+Left)</translation>
    </message>
    <message>
        <source>Move it to the right (Alt+Right)</source>
        <translation>右移 (Alt+Right)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the pinned plan of the chosen column (Delete)</source>
        <translation>移除所选列的固定方案 (Delete)</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Bars instead of the table</source>
        <translation>以条形图代替表格</translation>
    </message>
    <message>
        <source>Keep this plan to compare others with (Ctrl+D)</source>
        <translation>保留此方案，以便与其他方案比较 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Leaves out what all plans have alike</source>
        <translation>略去所有方案相同的内容</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Rename pinned plan</source>
        <translation>重命名固定的方案</translation>
    </message>
    <message>
        <source>Move pinned plan</source>
        <translation>移动固定的方案</translation>
    </message>
    <message>
        <source>Remove pinned plan</source>
        <translation>移除固定的方案</translation>
    </message>
    <message>
        <source>▲ more, ▼ less, ≠ other than this plan. Enter goes back to the plan of the column.</source>
        <translation>▲ 更多，▼ 更少，≠ 与此方案不同。Enter 回到该列的方案。</translation>
    </message>
    <message>
        <source>The pinned plans are like this one. Change something, and the differences are marked.</source>
        <translation>固定的方案与此方案相同。做些更改，差异就会标出。</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComputerSection</name>
    <message>
        <source>Use only what is free now</source>
        <translation>只用此刻空闲的显存</translation>
    </message>
    <message>
        <source>Plan with it</source>
        <translation>用它规划</translation>
    </message>
    <message>
        <source>What can I run here?</source>
        <translation>我这里能运行什么？</translation>
    </message>
    <message>
        <source>Choose from the catalog</source>
        <translation>从目录中选择</translation>
    </message>
    <message>
        <source>GPUs of this computer</source>
        <translation>本机的 GPU</translation>
    </message>
    <message>
        <source>Enter plans with the chosen one and all that are equal</source>
        <translation>回车用所选 GPU 以及所有相同的 GPU 规划</translation>
    </message>
    <message>
        <source>What others take at this moment becomes the reserved memory of the plan</source>
        <translation>此刻被其他程序占用的显存成为方案的预留显存</translation>
    </message>
    <message>
        <source>Waiting for the driver of %1 ...</source>
        <translation>正在等待 %1 的驱动程序...</translation>
    </message>
    <message>
        <source>No GPU was found on this computer.</source>
        <translation>未在本机找到 GPU。</translation>
    </message>
    <message>
        <source>Any GPU of the catalog can be planned with.</source>
        <translation>可以用目录中的任何 GPU 规划。</translation>
    </message>
    <message>
        <source>Of a GPU that is divided by MIG, an instance can be planned with.</source>
        <translation>已用 MIG 划分的 GPU，可以用其中一个实例规划。</translation>
    </message>
    <message>
        <source>how much memory it has is not known, so it cannot be planned with</source>
        <translation>显存大小未知，因此无法用它规划</translation>
    </message>
    <message>
        <source>in no catalog: planning with it adds it to yours</source>
        <translation>不在任何目录中：用它规划会将其加入您的目录</translation>
    </message>
    <message>
        <source>what is free of it is not known</source>
        <translation>空闲显存未知</translation>
    </message>
</context>
<context>
    <name>plimsoll::ContextChart</name>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Drag the marked point, or press Shift+Left or Shift+Right, to change the context.</source>
        <translation>拖动标出的点，或按 Shift+左、Shift+右，可改变上下文。</translation>
    </message>
</context>
<context>
    <name>plimsoll::DocumentStore</name>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
</context>
<context>
    <name>plimsoll::EngineOptionsForm</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1
Default: %2</source>
        <translation>%1
默认：%2</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>默认：%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::EnginePanel</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>&amp;Options of the engine</source>
        <translation>引擎选项(&amp;O)</translation>
    </message>
    <message>
        <source>Version of the engine</source>
        <translation>引擎版本</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
</context>
<context>
    <name>plimsoll::ExplainPage</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the calculation</source>
        <translation>复制计算过程</translation>
    </message>
    <message>
        <source>Copy the calculation as Markdown, LaTeX or plain text</source>
        <translation>将计算过程复制为 Markdown、LaTeX 或纯文本</translation>
    </message>
    <message>
        <source>Present the calculation step by step</source>
        <translation>逐步演示计算过程</translation>
    </message>
    <message>
        <source>Puts the whole calculation on the clipboard: as Markdown for a document, as LaTeX that needs no package, or as plain text.</source>
        <translation>把完整的计算过程放到剪贴板：用于文档的 Markdown、无需宏包的 LaTeX，或纯文本。</translation>
    </message>
</context>
<context>
    <name>plimsoll::ExplainView</name>
    <message>
        <source>How the answer comes about</source>
        <translation>结果是如何得出的</translation>
    </message>
</context>
<context>
    <name>plimsoll::FetchBar</name>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Model in the repository</source>
        <translation>仓库中的模型</translation>
    </message>
    <message>
        <source>Asking the Hugging Face Hub for %1</source>
        <translation>正在向 Hugging Face Hub 查询 %1</translation>
    </message>
    <message>
        <source>Fetching headers of %1: %2 so far</source>
        <translation>正在获取 %1 的文件头：已获取 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 has several models. Which one?</source>
        <translation>%1 有多个模型。选择哪一个？</translation>
    </message>
</context>
<context>
    <name>plimsoll::FieldSlider</name>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
</context>
<context>
    <name>plimsoll::FigureDialog</name>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Column of a document</source>
        <translation>文档栏宽</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定尺寸</translation>
    </message>
    <message>
        <source>&amp;Inputs, version and date below</source>
        <translation>下方注明输入、版本和日期(&amp;I)</translation>
    </message>
    <message>
        <source>Save the chart as a figure</source>
        <translation>将图表保存为图片文件</translation>
    </message>
    <message>
        <source>%1 × the size</source>
        <translation>尺寸的 %1 倍</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels of 1/96 inch</source>
        <translation>1/96 英寸的像素</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>SVG and PDF have no pixels: they stay sharp at any size</source>
        <translation>SVG 和 PDF 没有像素：任何大小都清晰</translation>
    </message>
    <message>
        <source>The figure, made smaller</source>
        <translation>缩小的图表</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>用于(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pixels of a PNG</source>
        <translation>PNG 的像素(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Sa&amp;ve...</source>
        <translation>保存(&amp;V)...</translation>
    </message>
    <message>
        <source>%1 × %2 inches; as a PNG %3 × %4 pixels</source>
        <translation>%1 × %2 英寸；PNG 为 %3 × %4 像素</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>图表(&amp;H)</translation>
    </message>
</context>
<context>
    <name>plimsoll::FitMatrix</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::FitTable</name>
    <message>
        <source>$%1</source>
        <translation>$%1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1. A check mark says that you have it.</source>
        <translation>%1。勾选表示您拥有它。</translation>
    </message>
    <message>
        <source>No legal number of it carries this plan.</source>
        <translation>没有能承载此方案的合法数量。</translation>
    </message>
    <message>
        <source>Tensor parallel %1, pipeline parallel %2</source>
        <translation>张量并行 %1，流水线并行 %2</translation>
    </message>
    <message>
        <source>Tensor parallel %1</source>
        <translation>张量并行 %1</translation>
    </message>
    <message>
        <source>A bound: nothing was measured on such hardware, it cannot be faster.</source>
        <translation>界限：此类硬件没有实测，不可能更快。</translation>
    </message>
    <message>
        <source>%1 × your price of %2 an hour.</source>
        <translation>%1 × 您的价格每小时 %2。</translation>
    </message>
    <message>
        <source>The cheapest offer of the catalog, as of %1; indicative.</source>
        <translation>目录中最低的报价，截至 %1；仅供参考。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The fewest that carry the plan in a legal layout</source>
        <translation>以合法布局承载此方案所需的最少数量</translation>
    </message>
    <message>
        <source>What is left on the fullest of them</source>
        <translation>其中占用最多的 GPU 的余量</translation>
    </message>
    <message>
        <source>Tokens a second that one user sees, with all of the plan&apos;s users at its context</source>
        <translation>方案的所有用户都处于其上下文时，每个用户得到的每秒 token 数</translation>
    </message>
    <message>
        <source>Check the ones that you have</source>
        <translation>勾选您拥有的</translation>
    </message>
    <message>
        <source>Your price, or the cheapest dated offer of the catalog, for all of them; indicative</source>
        <translation>您的价格，或目录中最低的带日期报价，按全部 GPU 计；仅供参考</translation>
    </message>
    <message>
        <source>730 hours of that</source>
        <translation>上述价格的 730 小时</translation>
    </message>
    <message>
        <source>Price an hour over the tokens of all users in an hour</source>
        <translation>每小时价格除以所有用户一小时的 token 数</translation>
    </message>
    <message>
        <source>The limit of the boards, all of them</source>
        <translation>板卡功耗上限，全部合计</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>1 M tokens</source>
        <translation>每百万 token</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功耗</translation>
    </message>
</context>
<context>
    <name>plimsoll::FitView</name>
    <message>
        <source>Only m&amp;ine</source>
        <translation>仅我的(&amp;I)</translation>
    </message>
    <message>
        <source>Also too small o&amp;nes</source>
        <translation>也显示太小的(&amp;N)</translation>
    </message>
    <message>
        <source>Your $ per GPU-&amp;hour</source>
        <translation>您的 $/GPU 小时(&amp;H)</translation>
    </message>
    <message>
        <source>Speed and price</source>
        <translation>速度和价格</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>What is shown of each GPU</source>
        <translation>显示每个 GPU 的哪些内容</translation>
    </message>
    <message>
        <source>Those with a check mark in the list of speed and price; the space bar sets it</source>
        <translation>速度和价格列表中已勾选的；空格键可勾选</translation>
    </message>
    <message>
        <source>catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Your own price in US dollars for one GPU and hour</source>
        <translation>您自己的一个 GPU 每小时价格（美元）</translation>
    </message>
    <message>
        <source>US dollars for one GPU and hour; empty: the cheapest dated offer of the catalog</source>
        <translation>一个 GPU 每小时的美元数；留空：目录中最低的带日期报价</translation>
    </message>
    <message>
        <source>GPUs that carry the plan</source>
        <translation>能承载此方案的 GPU</translation>
    </message>
    <message>
        <source>Enter plans with the GPU of a row, the space bar marks it as one you have</source>
        <translation>Enter 按该行的 GPU 制定方案，空格键将其标记为您拥有</translation>
    </message>
    <message>
        <source>100 ×</source>
        <translation>100 ×</translation>
    </message>
    <message>
        <source>100.0 GiB</source>
        <translation>100.0 GiB</translation>
    </message>
    <message>
        <source>≤ 1,000</source>
        <translation>≤ 1,000</translation>
    </message>
    <message>
        <source>$100.00</source>
        <translation>$100.00</translation>
    </message>
    <message>
        <source>≥ $10.00</source>
        <translation>≥ $10.00</translation>
    </message>
    <message>
        <source>$100,000</source>
        <translation>$100,000</translation>
    </message>
    <message>
        <source>10,000 W</source>
        <translation>10,000 W</translation>
    </message>
    <message>
        <source>Prices are yours.</source>
        <translation>价格为您所填。</translation>
    </message>
    <message>
        <source>Prices: cheapest offers of the catalog, indicative.</source>
        <translation>价格：目录中最低的报价，仅供参考。</translation>
    </message>
    <message>
        <source>%1 of %2 GPUs carry this plan; Enter plans with one. %3</source>
        <translation>%2 种 GPU 中有 %1 种能承载此方案；Enter 按其中一种制定方案。%3</translation>
    </message>
    <message>
        <source>%1 of %2 GPUs carry it in some precision. Bold: one is enough; *: several machines. A click plans so.</source>
        <translation>%2 种 GPU 中有 %1 种以某种精度能承载。粗体：一个即可；*：多台机器。单击即按其制定方案。</translation>
    </message>
    <message>
        <source>Looking through the catalog ...</source>
        <translation>正在查找目录 ...</translation>
    </message>
    <message>
        <source>No GPU is marked as yours: check some in the list of speed and price.</source>
        <translation>没有 GPU 被标记为您的：请在速度和价格列表中勾选。</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search: h100, radeon, 24gb, qwen ...</source>
        <translation>搜索：h100、radeon、24gb、qwen ...</translation>
    </message>
    <message>
        <source>Search what carries the plan</source>
        <translation>搜索能承载此方案的内容</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Speed, price and power in this precision, or how many
are needed in every precision, or for every model</source>
        <translation>此精度下的速度、价格和功耗，
或每种精度、每个模型各需多少个</translation>
    </message>
    <message>
        <source>GPUs by precisions</source>
        <translation>GPU 与精度对照</translation>
    </message>
    <message>
        <source>Enter plans with the GPU and the precision of a cell</source>
        <translation>Enter 按单元格的 GPU 和精度制定方案</translation>
    </message>
    <message>
        <source>Models by GPUs</source>
        <translation>模型与 GPU 对照</translation>
    </message>
    <message>
        <source>Enter plans with the model and the GPU of a cell</source>
        <translation>Enter 按单元格的模型和 GPU 制定方案</translation>
    </message>
    <message>
        <source>%1 of %2 models run on one of these GPUs. Bold: one is enough; *: several machines. A click plans so.</source>
        <translation>%2 个模型中有 %1 个能在其中一种 GPU 上运行。粗体：一个即可；*：多台机器。单击即按其制定方案。</translation>
    </message>
</context>
<context>
    <name>plimsoll::FrozenColumn</name>
    <message>
        <source>This plan, which stays</source>
        <translation>此方案，保持不动</translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuDetector</name>
    <message>
        <source>The process that asks the driver of %1 cannot be started: %2.</source>
        <translation>无法启动询问 %1 驱动程序的进程：%2。</translation>
    </message>
    <message>
        <source>The process that asked the driver of %1 broke off; the driver may be damaged.</source>
        <translation>询问 %1 驱动程序的进程中断；驱动程序可能已损坏。</translation>
    </message>
    <message>
        <source>The answer about the GPUs of %1 cannot be read.</source>
        <translation>无法读取关于 %1 的 GPU 的回答。</translation>
    </message>
    <message numerus="yes">
        <source>The driver of %1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 的驱动程序在 %n 秒内没有回答。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuPanel</name>
    <message>
        <source>No GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>Only the memory that the plan takes</source>
        <translation>只计算方案占用的显存</translation>
    </message>
    <message>
        <source>Without a GPU: the memory it takes, as one device.</source>
        <translation>没有 GPU：按单个设备计算占用的显存。</translation>
    </message>
    <message>
        <source>%1 beside %2 reserved</source>
        <translation>%1，另预留 %2</translation>
    </message>
    <message>
        <source>Each holds %1</source>
        <translation>每个容纳 %1</translation>
    </message>
    <message>
        <source>Each holds %1, %2 may use %3 %: %4</source>
        <translation>每个容纳 %1，%2 可用 %3%：%4</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Search: h100, 24gb nvidia, mac ...</source>
        <translation>搜索：h100、24gb nvidia、mac ...</translation>
    </message>
    <message>
        <source>Number of GPUs</source>
        <translation>GPU 数量</translation>
    </message>
    <message>
        <source>Layout over the GPUs</source>
        <translation>GPU 上的布局</translation>
    </message>
    <message>
        <source>TP: tensor parallel, each layer divided over so many GPUs
PP: pipeline parallel, the layers divided in so many stages
DP: data parallel, so many copies of the model</source>
        <translation>TP：张量并行，每层划分到若干 GPU
PP：流水线并行，各层划分为若干阶段
DP：数据并行，模型的若干副本</translation>
    </message>
    <message>
        <source>MIG slice of the GPU</source>
        <translation>GPU 的 MIG 切片</translation>
    </message>
    <message>
        <source>A part of a GPU that is divided by MIG (multi-instance GPU)</source>
        <translation>由 MIG（多实例 GPU）划分出的 GPU 的一部分</translation>
    </message>
    <message>
        <source>Memory reserved on each GPU</source>
        <translation>每个 GPU 上预留的显存</translation>
    </message>
    <message>
        <source>Memory that the desktop or other programs already take on each GPU:
1.5 GiB, 2 GB, 800 MiB; a number alone is in the unit of the window</source>
        <translation>桌面或其他程序已在每个 GPU 上占用的显存：
1.5 GiB、2 GB、800 MiB；只写数字时以窗口的单位计</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;GPU</source>
        <translation>GPU(&amp;G)</translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation>数量(&amp;Y)</translation>
    </message>
    <message>
        <source>S&amp;lice</source>
        <translation>切片(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reserved</source>
        <translation>预留(&amp;R)</translation>
    </message>
    <message>
        <source>The whole GPU</source>
        <translation>整个 GPU</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Slice, re&amp;served memory, other models</source>
        <translation>切片、预留显存、其他模型(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>同卡运行(&amp;B)</translation>
    </message>
    <message>
        <source>This c&amp;omputer</source>
        <translation>本机(&amp;O)</translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuStrip</name>
    <message>
        <source>Load of each GPU</source>
        <translation>每个 GPU 的负载</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>No GPU chosen</source>
        <translation>未选择 GPU</translation>
    </message>
    <message>
        <source>Load: %1 of %2 usable</source>
        <translation>负载：%1 / 可用 %2</translation>
    </message>
    <message>
        <source>Load line: %1</source>
        <translation>载重线：%1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺：%1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>剩余：%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::GpuTree</name>
    <message>
        <source>memory not known</source>
        <translation>显存未知</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>空闲 %1，共 %2</translation>
    </message>
    <message>
        <source>%1; what is free is not known</source>
        <translation>%1；空闲量未知</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es), %1</source>
        <translation>
            <numerusform>%n 个进程，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>MIG is switched on, without an instance</source>
        <translation>MIG 已开启，但没有实例</translation>
    </message>
    <message>
        <source>MIG %1: %2</source>
        <translation>MIG %1：%2</translation>
    </message>
    <message>
        <source>Driver %1</source>
        <translation>驱动程序 %1</translation>
    </message>
    <message>
        <source>Memory shared with the processor</source>
        <translation>与处理器共享的内存</translation>
    </message>
</context>
<context>
    <name>plimsoll::GpusChart</name>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
</context>
<context>
    <name>plimsoll::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Help on %1</source>
        <translation>%1 的帮助</translation>
    </message>
</context>
<context>
    <name>plimsoll::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>As it began</source>
        <translation>最初的状态</translation>
    </message>
    <message>
        <source>Steps of this plan</source>
        <translation>此方案的步骤</translation>
    </message>
    <message>
        <source>The plan as it was after each step; choosing one goes there</source>
        <translation>每一步之后的方案；选择某一步即可回到那里</translation>
    </message>
    <message>
        <source>&amp;Go to the plan after this step:</source>
        <translation>转到此步骤之后的方案(&amp;G)：</translation>
    </message>
</context>
<context>
    <name>plimsoll::HubClient</name>
    <message>
        <source>HF_HUB_OFFLINE is set, so the Hugging Face Hub is not asked. Unset it to ask.</source>
        <translation>已设置 HF_HUB_OFFLINE，因此不查询 Hugging Face Hub。取消设置即可查询。</translation>
    </message>
    <message>
        <source>HF_ENDPOINT is &quot;%1&quot;; expected an address such as https://huggingface.co.</source>
        <translation>HF_ENDPOINT 为“%1”；应为类似 https://huggingface.co 的地址。</translation>
    </message>
    <message>
        <source>%1 of %2 takes %3 bytes to read, more than the %4 that are fetched of one.</source>
        <translation>%2 的 %1 需读取 %3 字节，超过单个文件可获取的 %4 字节。</translation>
    </message>
    <message>
        <source>The headers of %1 are longer than the %2 bytes that are fetched of a model.</source>
        <translation>%1 的文件头长于单个模型可获取的 %2 字节。</translation>
    </message>
</context>
<context>
    <name>plimsoll::HubTransfer</name>
    <message>
        <source>a part of a file came compressed</source>
        <translation>文件的一部分被压缩了</translation>
    </message>
    <message>
        <source>a file has %1 bytes, but %2 are listed</source>
        <translation>文件有 %1 字节，但列出的是 %2</translation>
    </message>
    <message>
        <source>another part of a file came than was asked for (&quot;%1&quot;)</source>
        <translation>收到的文件部分与请求的不同（“%1”）</translation>
    </message>
    <message>
        <source>%1 cannot be relied on: %2. Ask again, or check HF_ENDPOINT and the proxy.</source>
        <translation>%1 不可靠：%2。请再次查询，或检查 HF_ENDPOINT 和代理。</translation>
    </message>
    <message>
        <source>The answer of %1 is longer than %2 bytes. Check HF_ENDPOINT and the proxy.</source>
        <translation>%1 的回答长于 %2 字节。请检查 HF_ENDPOINT 和代理。</translation>
    </message>
    <message>
        <source>it sent too little</source>
        <translation>发送的内容太少</translation>
    </message>
    <message>
        <source>%1 leads on to where a connection would not be safe. Check HF_ENDPOINT.</source>
        <translation>%1 转向了连接不安全的地址。请检查 HF_ENDPOINT。</translation>
    </message>
    <message>
        <source>%1 leads round in circles. Check HF_ENDPOINT.</source>
        <translation>%1 循环重定向。请检查 HF_ENDPOINT。</translation>
    </message>
</context>
<context>
    <name>plimsoll::LimitsTable</name>
    <message>
        <source>%1
Enter or a double click takes this over</source>
        <translation>%1
按 Enter 或双击采用</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>plimsoll::LimitsView</name>
    <message>
        <source>Enter or a double click takes a row over into the plan.</source>
        <translation>按 Enter 或双击将该行采用到方案中。</translation>
    </message>
    <message>
        <source>Limits of the plan</source>
        <translation>方案的极限</translation>
    </message>
    <message>
        <source>Enter takes a row over into the plan</source>
        <translation>按 Enter 将该行采用到方案中</translation>
    </message>
    <message>
        <source>Working it out ...</source>
        <translation>正在计算 ...</translation>
    </message>
</context>
<context>
    <name>plimsoll::LocalModelsDialog</name>
    <message>
        <source>Models on this computer</source>
        <translation>本机模型</translation>
    </message>
    <message>
        <source>Search: qwen, q4_k_m, ollama ...</source>
        <translation>搜索：qwen、q4_k_m、ollama ...</translation>
    </message>
    <message>
        <source>Search the models on this computer</source>
        <translation>搜索本机模型</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Searching ...</source>
        <translation>正在搜索 ...</translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation>正在搜索 %1</translation>
    </message>
    <message>
        <source>Search &amp;again</source>
        <translation>重新搜索(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n model(s) so far</source>
        <translation>
            <numerusform>已停止：目前 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be planned: its tool tip says why</source>
        <translation>
            <numerusform>%n 个无法制定方案：其工具提示说明原因</numerusform>
        </translation>
    </message>
    <message>
        <source>None found in the folders of Hugging Face, llama.cpp, LM Studio and Ollama</source>
        <translation>在 Hugging Face、llama.cpp、LM Studio 和 Ollama 的文件夹中没有找到</translation>
    </message>
</context>
<context>
    <name>plimsoll::LocalModelsTable</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>所在程序</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>plimsoll::LogCalibrator</name>
    <message>
        <source>The calibration with %1 is taken back.</source>
        <translation>用 %1 做的校准已撤回。</translation>
    </message>
    <message>
        <source>Calibrated %1: %2.</source>
        <translation>已校准 %1：%2。</translation>
    </message>
    <message>
        <source>Every answer about such a system has it from now on.</source>
        <translation>此后关于这种系统的每个结果都会计入。</translation>
    </message>
    <message>
        <source>It is kept, and not used: Edit &gt; Calibration turns it on.</source>
        <translation>已保存，但未使用：可在“编辑”&gt;“校准”中启用。</translation>
    </message>
</context>
<context>
    <name>plimsoll::LogDialog</name>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Open another log...</source>
        <translation>打开另一份日志(&amp;O)...</translation>
    </message>
    <message>
        <source>Copy as Mar&amp;kdown</source>
        <translation>复制为 Markdown(&amp;K)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Use this plan</source>
        <translation>使用此方案(&amp;U)</translation>
    </message>
    <message>
        <source>Predicted against measured</source>
        <translation>预测与实测</translation>
    </message>
    <message>
        <source>How far the log was read</source>
        <translation>日志的读取进度</translation>
    </message>
    <message>
        <source>Stops the reading, or reads the log again after it was stopped.</source>
        <translation>停止读取，或在停止之后重新读取日志。</translation>
    </message>
    <message>
        <source>Reads another start-up log. One can also be dropped here, or pasted.</source>
        <translation>读取另一份启动日志。也可以拖放到这里，或者粘贴。</translation>
    </message>
    <message>
        <source>Copies the table for a document in Markdown.</source>
        <translation>复制表格，用于 Markdown 文档。</translation>
    </message>
    <message>
        <source>Copies the table, with every rank, for a spreadsheet.</source>
        <translation>复制含每个 rank 的表格，用于电子表格。</translation>
    </message>
    <message>
        <source>Keeps by how much this system differs from the prediction, for its GPU, engine and version, and adds it to every answer about such a system from now on. Another press takes it back, and so does Edit &gt; Calibration.</source>
        <translation>保存此系统与预测的差值（按 GPU、引擎和版本），此后关于这种系统的每个结果都会计入。再按一次即撤回，也可在“编辑”&gt;“校准”中撤回。</translation>
    </message>
    <message>
        <source>Plans in the window what the log tells: model, formats, engine, options, layout and GPUs. One step of undo takes it back.</source>
        <translation>按日志所述在窗口中制定方案：模型、格式、引擎、选项、布局和 GPU。撤销一步即可恢复。</translation>
    </message>
    <message>
        <source>The table is on the clipboard, in Markdown</source>
        <translation>表格已以 Markdown 形式放到剪贴板上</translation>
    </message>
    <message>
        <source>The table is on the clipboard, as CSV</source>
        <translation>表格已以 CSV 形式放到剪贴板上</translation>
    </message>
    <message>
        <source>Reading %1 ...</source>
        <translation>正在读取 %1 ...</translation>
    </message>
    <message>
        <source>Reading %1: %2 so far</source>
        <translation>正在读取 %1：已读 %2</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>The reading was stopped. Nothing of %1 is shown.</source>
        <translation>读取已停止。没有显示 %1 的任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The log has no plan that can be estimated</source>
        <translation>日志没有可以估算的方案</translation>
    </message>
    <message>
        <source>Take the cali&amp;bration back</source>
        <translation>撤回校准(&amp;B)</translation>
    </message>
    <message>
        <source>Cali&amp;brate with this log</source>
        <translation>用此日志校准(&amp;B)</translation>
    </message>
</context>
<context>
    <name>plimsoll::LogFactsView</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>lines %1 and %2 more</source>
        <translation>第 %1 行，另有 %2 行</translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Recognised in the log</source>
        <translation>日志中识别到的内容</translation>
    </message>
</context>
<context>
    <name>plimsoll::LogTable</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90% 区间</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message numerus="yes">
        <source>%1, for %n rank(s)</source>
        <translation>
            <numerusform>%1，代表 %n 个 rank</numerusform>
        </translation>
    </message>
    <message>
        <source>no prediction</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>%1: measured %2, predicted %3, %4 the interval from %5</source>
        <translation>%1：实测 %2，预测 %3，%4，区间为 %5</translation>
    </message>
    <message>
        <source>%1: measured %2, no prediction</source>
        <translation>%1：实测 %2，没有预测</translation>
    </message>
    <message>
        <source>%1. Of the ranks the %2</source>
        <translation>%1。各 rank 中%2</translation>
    </message>
    <message>
        <source>Likely reason: %1</source>
        <translation>可能的原因：%1</translation>
    </message>
    <message>
        <source>Also in the log</source>
        <translation>日志中另有</translation>
    </message>
    <message>
        <source>What stands in the log besides and is compared with nothing</source>
        <translation>日志中另有、不作对比的内容</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Over ranks</source>
        <translation>各 rank 范围</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Inside?</source>
        <translation>是否在区间内</translation>
    </message>
</context>
<context>
    <name>plimsoll::LogView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>S&amp;tart of the engine:</source>
        <translation>引擎的启动(&amp;T)：</translation>
    </message>
    <message>
        <source>A log may hold several starts of the engine. Each is compared by itself.</source>
        <translation>一份日志可能含有引擎的多次启动。每次启动单独对比。</translation>
    </message>
    <message>
        <source>The log does not say on which GPU it ran. The KV cache is what the GPU has left, so it is compared with the GPU of the plan in the window; choose the right one there.</source>
        <translation>日志没有写明运行在哪种 GPU 上。KV 缓存取决于 GPU 剩余的显存，因此与窗口中方案的 GPU 对比；请在窗口中选择正确的 GPU。</translation>
    </message>
    <message>
        <source>The model of the log is not known. Choose it in the window, as a file, a folder or an address, and compare with that.</source>
        <translation>日志的模型未知。请在窗口中以文件、文件夹或地址选择它，再与之对比。</translation>
    </message>
    <message>
        <source>Measured and predicted, item by item</source>
        <translation>逐项的实测与预测</translation>
    </message>
    <message>
        <source>Right opens a row to the likely reason and to its ranks</source>
        <translation>按右方向键展开一行，查看可能的原因和各 rank</translation>
    </message>
    <message>
        <source>Every item that the log measures: of several ranks the one that decides, beside the prediction of the same plan, the difference, and the interval that holds 9 of 10 measured deployments. Right opens a row to the likely reason and to what each rank reported.</source>
        <translation>日志实测的每一项：多个 rank 中取起决定作用的一个，旁边是同一方案的预测、差值，以及包含 10 个实测部署中 9 个的区间。按右方向键展开一行，查看可能的原因和每个 rank 报告的值。</translation>
    </message>
    <message>
        <source>%1, without figures</source>
        <translation>%1，没有数值</translation>
    </message>
    <message>
        <source>%1, figures from line %2</source>
        <translation>%1，数值从第 %2 行起</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比方案</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Take the &amp;model of the plan in the window: %1</source>
        <translation>采用窗口中方案的模型(&amp;M)：%1</translation>
    </message>
    <message>
        <source>Take the &amp;GPU of the plan in the window: %1</source>
        <translation>采用窗口中方案的 GPU(&amp;G)：%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Plan with %1 × %2</source>
        <translation>方案改用 %1 × %2</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用%1</translation>
    </message>
    <message>
        <source>Ask the Hub</source>
        <translation>查询 Hub</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>撤销(&amp;N)</translation>
    </message>
    <message>
        <source>Below is the answer to the plan before this change.</source>
        <translation>下方是此更改之前方案的结果。</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 的规则</translation>
    </message>
    <message>
        <source>catalog of %1 models and %2 GPUs</source>
        <translation>目录含 %1 个模型和 %2 种 GPU</translation>
    </message>
    <message>
        <source>with your own catalog</source>
        <translation>含您自己的目录</translation>
    </message>
    <message>
        <source>works offline</source>
        <translation>可离线使用</translation>
    </message>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>Ask the Hub for %1</source>
        <translation>向 Hub 查询 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>D&amp;ismiss</source>
        <translation>忽略(&amp;I)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Vector drawing (*.svg);;Document (*.pdf);;Picture (*.png)</source>
        <translation>矢量图 (*.svg);;文档 (*.pdf);;图片 (*.png)</translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation>图表已复制到剪贴板</translation>
    </message>
    <message>
        <source>On the clipboard: %1</source>
        <translation>已复制到剪贴板：%1</translation>
    </message>
    <message>
        <source>The clipboard: %1</source>
        <translation>剪贴板：%1</translation>
    </message>
    <message>
        <source>Paste engine command</source>
        <translation>粘贴引擎命令</translation>
    </message>
    <message>
        <source>Read from the command: %1.</source>
        <translation>从命令中读取：%1。</translation>
    </message>
    <message>
        <source>It also has what says nothing of memory: %1.</source>
        <translation>其中还有与显存无关的内容：%1。</translation>
    </message>
    <message>
        <source>This plan carries an architecture of its own, which no option can say. Save the plan, then: plimsoll estimate --plan FILE</source>
        <translation>此方案带有自己的架构，没有选项可以表达。请保存方案，然后：plimsoll estimate --plan FILE</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Go back to &quot;%1&quot;</source>
        <translation>回到“%1”</translation>
    </message>
    <message>
        <source>Pin for comparison</source>
        <translation>固定以供比较</translation>
    </message>
    <message>
        <source>Pinned as &quot;%1&quot;: the page Compare has it</source>
        <translation>已固定为“%1”：见“比较”页面</translation>
    </message>
    <message>
        <source>The calculation is on the clipboard</source>
        <translation>计算过程已复制到剪贴板</translation>
    </message>
    <message>
        <source>%1[*] - Plimsoll</source>
        <translation>%1[*] - Plimsoll</translation>
    </message>
    <message>
        <source>this plan</source>
        <translation>此方案</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Dis&amp;card changes</source>
        <translation>放弃更改(&amp;C)</translation>
    </message>
    <message>
        <source>a plan without a file</source>
        <translation>尚无文件的方案</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Whether the plan fits, on what, and how much is left or missing. Below it the total with its interval, which holds 9 of 10 measured deployments of this kind, and the next best step.</source>
        <translation>方案能否放下、放在什么上面、剩余或缺少多少。下方是总量及其区间（同类实测部署十有八九落在其中），以及下一步的最佳做法。</translation>
    </message>
    <message>
        <source>The answer in several views. Left and Right go from one to the next.</source>
        <translation>用多种视图显示结果。左右键切换视图。</translation>
    </message>
    <message>
        <source>Where the memory goes, item by item; the squares are the colours of the chart. Right opens a row to its formula, the plan&apos;s numbers and the source.</source>
        <translation>显存逐项去向；方块是图表中的颜色。按右键展开一行，显示公式、方案的数值和来源。</translation>
    </message>
    <message>
        <source>What happened to a file, and what can be done about it.</source>
        <translation>文件发生了什么情况，以及可以怎么处理。</translation>
    </message>
    <message>
        <source>Why the plan has no answer, and what would give it one.</source>
        <translation>方案为什么没有结果，以及怎样才能得到结果。</translation>
    </message>
    <message>
        <source>A model that is being fetched from the Hugging Face Hub: configuration and headers, never weights. It can be stopped.</source>
        <translation>正在从 Hugging Face Hub 获取的模型：只获取配置和文件头，从不下载权重。可以停止。</translation>
    </message>
    <message>
        <source>Changes that were not saved when the program last ended, and what can be done about them.</source>
        <translation>程序上次结束时未保存的更改，以及可以怎么处理。</translation>
    </message>
    <message>
        <source>Plan of %1</source>
        <translation>%1 的方案</translation>
    </message>
    <message>
        <source>The plan is that of %1 now; Undo takes it back</source>
        <translation>方案现为 %1 的方案；“撤销”可恢复</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>There is no report on a plan without an answer.</source>
        <translation>没有答案的方案无法生成报告。</translation>
    </message>
    <message>
        <source>Making the report ...</source>
        <translation>正在生成报告 ...</translation>
    </message>
    <message>
        <source>Save a report on this plan</source>
        <translation>保存此方案的报告</translation>
    </message>
    <message>
        <source>Page that prints well (*.html);;Document (*.pdf);;Markdown (*.md)</source>
        <translation>适合打印的网页 (*.html);;文档 (*.pdf);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>%1: a table is a file that ends in .csv, .md or .html</source>
        <translation>%1：表格文件须以 .csv、.md 或 .html 结尾</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>For spreadsheets and programs (*.csv);;Markdown (*.md);;HTML (*.html)</source>
        <translation>供电子表格和程序使用 (*.csv);;Markdown (*.md);;HTML (*.html)</translation>
    </message>
</context>
<context>
    <name>plimsoll::MatrixView</name>
    <message>
        <source>1,000× *</source>
        <translation>1,000× *</translation>
    </message>
</context>
<context>
    <name>plimsoll::ModelMatrix</name>
    <message>
        <source>%1 with %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::ModelPanel</name>
    <message>
        <source>Free size</source>
        <translation>自定义规模</translation>
    </message>
    <message>
        <source>A model that does not exist yet: choose its parameters</source>
        <translation>尚不存在的模型：自行选择参数量</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search: llama 70, moe, qwen 32 ...</source>
        <translation>搜索：llama 70、moe、qwen 32 ...</translation>
    </message>
    <message>
        <source>&amp;Parameters</source>
        <translation>参数量(&amp;P)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>From the plan</source>
        <translation>来自方案</translation>
    </message>
</context>
<context>
    <name>plimsoll::PaletteModel</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>Formats of the weights</source>
        <translation>权重的格式</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>%1 bits a weight</source>
        <translation>每个权重 %1 位</translation>
    </message>
    <message>
        <source>A rule without versions</source>
        <translation>没有版本的规则</translation>
    </message>
    <message>
        <source>Up to version %1</source>
        <translation>至版本 %1</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>目前不可用</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plimsoll::ParametersChart</name>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Drag the marked point, or press Shift+Left or Shift+Right, to plan with a model of another size.</source>
        <translation>拖动标出的点，或按 Shift+左、Shift+右，可改用另一规模的模型。</translation>
    </message>
</context>
<context>
    <name>plimsoll::PickerPopup</name>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Matches: %1</source>
        <translation>匹配：%1</translation>
    </message>
    <message>
        <source>This is not in the catalog. Press Enter to ask for it.</source>
        <translation>目录中没有。按 Enter 进行查询。</translation>
    </message>
    <message>
        <source>Nothing has all of the words &quot;%1&quot;. Try fewer or shorter ones.</source>
        <translation>没有同时包含“%1”所有词的项。请减少或缩短搜索词。</translation>
    </message>
</context>
<context>
    <name>plimsoll::PinHeader</name>
    <message>
        <source>Name of the pinned plan</source>
        <translation>固定方案的名称</translation>
    </message>
</context>
<context>
    <name>plimsoll::PlanPanel</name>
    <message>
        <source>What you choose</source>
        <translation>您的选择</translation>
    </message>
</context>
<context>
    <name>plimsoll::PrecisionChart</name>
    <message>
        <source>Precisions</source>
        <translation>精度</translation>
    </message>
</context>
<context>
    <name>plimsoll::PrecisionPanel</name>
    <message>
        <source>%1 bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Auto: %1</source>
        <translation>自动：%1</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Format of the weights</source>
        <translation>权重的格式</translation>
    </message>
    <message>
        <source>Format of the KV cache</source>
        <translation>KV 缓存的格式</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>Format of the values in the KV cache</source>
        <translation>KV 缓存中值（V）的格式</translation>
    </message>
    <message>
        <source>K/V</source>
        <translation>K/V</translation>
    </message>
    <message>
        <source>K and V apart</source>
        <translation>K 和 V 分开</translation>
    </message>
    <message>
        <source>K and V apart: keys and values of the KV cache in formats of their own</source>
        <translation>K 和 V 分开：KV 缓存的键和值各用自己的格式</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>KV 缓存(&amp;K)</translation>
    </message>
    <message>
        <source>V c&amp;ache</source>
        <translation>V 缓存(&amp;A)</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>发布格式</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>As published: %1</source>
        <translation>发布格式：%1</translation>
    </message>
    <message>
        <source>&amp;K cache</source>
        <translation>K 缓存(&amp;K)</translation>
    </message>
    <message>
        <source>Format of the keys in the KV cache</source>
        <translation>KV 缓存中键（K）的格式</translation>
    </message>
</context>
<context>
    <name>plimsoll::PrecisionSlider</name>
    <message>
        <source>Precision of the weights, slider</source>
        <translation>权重的精度，滑块</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1，存为 %2</translation>
    </message>
    <message>
        <source>%1 bits a weight, between the stops</source>
        <translation>每个权重 %1 位，位于刻度之间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plimsoll::PreferencesDialog</name>
    <message>
        <source>No GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>how much memory, and nothing to carry it</source>
        <translation>只算需要多少显存，不选承载的 GPU</translation>
    </message>
    <message>
        <source>GPU of new plans</source>
        <translation>新方案的 GPU</translation>
    </message>
    <message>
        <source>Search: h100, 24gb nvidia, mac ...</source>
        <translation>搜索：h100、24gb nvidia、mac ...</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>those of the catalog</source>
        <translation>目录中的价格</translation>
    </message>
    <message>
        <source>US dollars for one GPU and hour; empty: the cheapest dated offer of the catalog</source>
        <translation>一个 GPU 每小时的美元数；留空：目录中最低的带日期报价</translation>
    </message>
    <message>
        <source>Your own models, GPUs and formats (JSON), over those that Plimsoll brings along</source>
        <translation>您自己的模型、GPU 和格式（JSON），覆盖 Plimsoll 自带的内容</translation>
    </message>
    <message>
        <source>File of your catalog</source>
        <translation>您的目录文件</translation>
    </message>
    <message>
        <source>Choose the catalog file</source>
        <translation>选择目录文件</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>GiB: 1,073,741,824 bytes</source>
        <translation>GiB：1,073,741,824 字节</translation>
    </message>
    <message>
        <source>GB: 1,000,000,000 bytes</source>
        <translation>GB：1,000,000,000 字节</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动设置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Sizes in</source>
        <translation>大小单位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>New plans</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;GPU</source>
        <translation>GPU(&amp;G)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Your $ per GPU-&amp;hour</source>
        <translation>您的 $/GPU 小时(&amp;H)</translation>
    </message>
    <message>
        <source>Your &amp;catalog</source>
        <translation>您的目录(&amp;C)</translation>
    </message>
    <message>
        <source>Network, when you ask for a model of the Hub</source>
        <translation>网络（查询 Hub 上的模型时使用）</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Your catalog</source>
        <translation>您的目录</translation>
    </message>
    <message>
        <source>Catalogs (*.json);;All files (*)</source>
        <translation>目录文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A name and a port are needed, such as proxy.example.org:3128.</source>
        <translation>需要主机名和端口，例如 proxy.example.org:3128。</translation>
    </message>
</context>
<context>
    <name>plimsoll::Presentation</name>
    <message>
        <source>Presentation - Plimsoll</source>
        <translation>演示 - Plimsoll</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Step %1 of %2 · arrow keys go on and back · Esc leaves</source>
        <translation>第 %1 步，共 %2 步 · 方向键前进和后退 · Esc 退出</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>plimsoll::ProblemLabel</name>
    <message>
        <source>A warning: what is wrong with what was typed, or what a reader should know about the answer.</source>
        <translation>警告：输入的内容有什么问题，或读者应当了解的情况。</translation>
    </message>
</context>
<context>
    <name>plimsoll::RecentMenu</name>
    <message>
        <source>No plans yet</source>
        <translation>还没有方案</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>%1  %2 - %3</source>
        <translation>%1  %2 - %3</translation>
    </message>
    <message>
        <source>%1  %2 - not there: %3</source>
        <translation>%1  %2 - 不存在：%3</translation>
    </message>
</context>
<context>
    <name>plimsoll::ReportMaker</name>
    <message>
        <source>The report could not be made.</source>
        <translation>无法生成报告。</translation>
    </message>
    <message>
        <source>The report could not be made: %1</source>
        <translation>无法生成报告：%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::RunHereDialog</name>
    <message>
        <source>Only what is on this &amp;disk</source>
        <translation>仅本机磁盘上的(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Plan with it</source>
        <translation>用它规划(&amp;P)</translation>
    </message>
    <message>
        <source>What can I run here?</source>
        <translation>我这里能运行什么？</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>在(&amp;O)</translation>
    </message>
    <message>
        <source>On which GPUs</source>
        <translation>在哪些 GPU 上</translation>
    </message>
    <message>
        <source>Search: qwen, coder, q4_k_m ...</source>
        <translation>搜索：qwen、coder、q4_k_m ...</translation>
    </message>
    <message>
        <source>Search the models that run</source>
        <translation>搜索能运行的模型</translation>
    </message>
    <message>
        <source>Models that run</source>
        <translation>能运行的模型</translation>
    </message>
    <message>
        <source>The one to take first; Right opens the other formats of a model</source>
        <translation>最值得选的在最前；右方向键展开模型的其他格式</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>%1 free of each</source>
        <translation>每个空闲 %1</translation>
    </message>
    <message>
        <source>what is free is not known</source>
        <translation>空闲量未知</translation>
    </message>
    <message>
        <source>This computer: %1, %2</source>
        <translation>本机：%1，%2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>The plan&apos;s GPUs: %1, %2 reserved</source>
        <translation>方案的 GPU：%1，预留 %2</translation>
    </message>
    <message>
        <source>The plan&apos;s GPUs: %1</source>
        <translation>方案的 GPU：%1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Ask &amp;again</source>
        <translation>重新询问(&amp;A)</translation>
    </message>
    <message>
        <source>Asking the drivers ...</source>
        <translation>正在询问驱动程序...</translation>
    </message>
    <message>
        <source>Working it out ...</source>
        <translation>正在计算 ...</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No GPU was found, and the plan has none: choose one of the catalog first</source>
        <translation>未找到 GPU，方案也没有：请先从目录中选择一个</translation>
    </message>
    <message>
        <source>No GPU was found on this computer</source>
        <translation>未在本机找到 GPU</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan with %1 as %2</source>
        <translation>用 %1（%2）规划</translation>
    </message>
</context>
<context>
    <name>plimsoll::RunHereTree</name>
    <message>
        <source>as %1</source>
        <translation>%1 格式</translation>
    </message>
    <message>
        <source>%1, loses quality</source>
        <translation>%1，损失质量</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation>%1，慢</translation>
    </message>
    <message>
        <source>%1, tight</source>
        <translation>%1，紧张</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>%1, %2 parameters, as %3 with %4</source>
        <translation>%1，%2 参数，%3 格式，使用 %4</translation>
    </message>
    <message>
        <source>It is made for %1 tokens, fewer than was asked for.</source>
        <translation>它为 %1 个 token 而设计，少于所要求的。</translation>
    </message>
    <message>
        <source>So few bits cost quality: below 4 bits a weight, or measured to.</source>
        <translation>位数过少会损失质量：每个权重低于 4 位，或经测量如此。</translation>
    </message>
    <message>
        <source>Slower than people read.</source>
        <translation>慢于人的阅读速度。</translation>
    </message>
    <message>
        <source>The speed is at most this: nothing was measured on such hardware.</source>
        <translation>速度至多如此：此类硬件上没有测量数据。</translation>
    </message>
    <message>
        <source>What is to spare is less than the estimate may be off.</source>
        <translation>剩余量小于估算可能的误差。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/s</translation>
    </message>
    <message>
        <source>Context up to</source>
        <translation>上下文上限</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>所在程序</translation>
    </message>
</context>
<context>
    <name>plimsoll::SearchPalette</name>
    <message>
        <source>Search everywhere</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>An action, a model, a GPU, a format, an engine: save figure, llama 70 ...</source>
        <translation>操作、模型、GPU、格式、引擎：保存图表、llama 70 ...</translation>
    </message>
</context>
<context>
    <name>plimsoll::SearchPicker</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plimsoll::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Search: copy, ctrl+s ...</source>
        <translation>搜索：复制、ctrl+s ...</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
</context>
<context>
    <name>plimsoll::SpeedChart</name>
    <message>
        <source>Drag the marked point, or press Shift+Left or Shift+Right, to change the users.</source>
        <translation>拖动标出的点，或按 Shift+左、Shift+右，可改变用户数。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>plimsoll::UnsavedQuestion</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>不保存就会丢失。</translation>
    </message>
</context>
<context>
    <name>plimsoll::UsersChart</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Drag the marked point, or press Shift+Left or Shift+Right, to change the users.</source>
        <translation>拖动标出的点，或按 Shift+左、Shift+右，可改变用户数。</translation>
    </message>
</context>
<context>
    <name>plimsoll::VerdictView</name>
    <message>
        <source>This plan has no answer yet</source>
        <translation>此方案尚无结果</translation>
    </message>
</context>
<context>
    <name>plimsoll::WaterfallChart</name>
    <message>
        <source>Waterfall</source>
        <translation>瀑布图</translation>
    </message>
</context>
<context>
    <name>plimsoll::WorkloadPanel</name>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文(&amp;C)</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>&amp;Users at once</source>
        <translation>并发用户(&amp;U)</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>Promp&amp;ts and answers</source>
        <translation>提示和回答(&amp;T)</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>同时 %1 个</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Tokens of a prompt</source>
        <translation>提示的 token 数</translation>
    </message>
    <message>
        <source>How long a prompt is. Empty: not known.</source>
        <translation>提示有多长。留空：未知。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Tokens of an answer</source>
        <translation>回答的 token 数</translation>
    </message>
    <message>
        <source>How long an answer becomes. Empty: not known.</source>
        <translation>回答会有多长。留空：未知。</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Average context</source>
        <translation>平均上下文</translation>
    </message>
    <message>
        <source>Tokens that a sequence holds on average. Empty: the prompt and half of the answer.
An engine with a paged KV cache is sized by what is in use.</source>
        <translation>每个序列平均占用的 token 数。留空：提示加一半回答。
使用分页 KV 缓存的引擎按实际使用量计算。</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Shared prefix</source>
        <translation>共享前缀</translation>
    </message>
    <message>
        <source>Tokens with which all prompts begin alike: kept once where the engine caches prefixes.</source>
        <translation>所有提示共同的开头 token 数：引擎缓存前缀时只保留一份。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The model was made for up to %1 tokens</source>
        <translation>模型的设计上限为 %1 个 token</translation>
    </message>
</context>
</TS>
