<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Agreement</name>
    <message>
        <source>The two have no frame in common: neither the names of sequences and frames nor the files of the clouds are the same.</source>
        <translation>两者没有共同的帧：序列名和帧名、点云文件都对不上。</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>比较已取消。</translation>
    </message>
</context>
<context>
    <name>AgreementFigures</name>
    <message>
        <source>not defined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source>Overview: A is judged by B</source>
        <translation>总览：以 B 评判 A</translation>
    </message>
    <message>
        <source>Frames that both have</source>
        <translation>共有的帧</translation>
    </message>
    <message>
        <source>Frames only in A</source>
        <translation>仅 A 有的帧</translation>
    </message>
    <message>
        <source>Frames only in B</source>
        <translation>仅 B 有的帧</translation>
    </message>
    <message>
        <source>Boxes in A</source>
        <translation>A 的立方框</translation>
    </message>
    <message>
        <source>Boxes in B</source>
        <translation>B 的立方框</translation>
    </message>
    <message>
        <source>The same object (BEV IoU ≥ %1)</source>
        <translation>同一目标（BEV IoU ≥ %1）</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Mean BEV IoU</source>
        <translation>平均 BEV IoU</translation>
    </message>
    <message>
        <source>Mean 3D IoU</source>
        <translation>平均 3D IoU</translation>
    </message>
    <message>
        <source>In %1 frames B has no box at all, though A has some: perhaps nobody has looked there. They count against A&apos;s precision.</source>
        <translation>有 %1 帧 A 有立方框而 B 一个也没有，也许那里没有人标过。这些框会拉低 A 的精确率。</translation>
    </message>
    <message>
        <source>At several thresholds</source>
        <translation>不同阈值下</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>BEV precision</source>
        <translation>BEV 精确率</translation>
    </message>
    <message>
        <source>BEV recall</source>
        <translation>BEV 召回率</translation>
    </message>
    <message>
        <source>BEV F1</source>
        <translation>BEV F1</translation>
    </message>
    <message>
        <source>3D precision</source>
        <translation>3D 精确率</translation>
    </message>
    <message>
        <source>3D recall</source>
        <translation>3D 召回率</translation>
    </message>
    <message>
        <source>3D F1</source>
        <translation>3D F1</translation>
    </message>
    <message>
        <source>Boxes of the same object, A − B</source>
        <translation>同一目标的立方框，A − B</translation>
    </message>
    <message>
        <source>mean with sign</source>
        <translation>平均（带符号）</translation>
    </message>
    <message>
        <source>mean amount</source>
        <translation>平均绝对值</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % 不超过</translation>
    </message>
    <message>
        <source>Centre, seen from above</source>
        <translation>中心（俯视）</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>底面高度</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Heading, front or rear ahead</source>
        <translation>朝向（不分车头车尾）</translation>
    </message>
    <message>
        <source>Headings reversed</source>
        <translation>朝向相反</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Classes: rows A, columns B</source>
        <translation>类别：行为 A，列为 B</translation>
    </message>
    <message>
        <source>Of the same objects %1 have the same class; Cohen&apos;s kappa: %2.</source>
        <translation>同一目标中 %1 类别相同；Cohen κ：%2。</translation>
    </message>
    <message>
        <source>Kappa is not defined where both know one class only: chance explains all of the agreement.</source>
        <translation>双方都只有同一个类别时 κ 无定义：这样的一致全凭偶然也能得到。</translation>
    </message>
    <message>
        <source>Attributes of the same objects</source>
        <translation>同一目标的属性</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比较</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohen κ</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>only A answers</source>
        <translation>仅 A 填写</translation>
    </message>
    <message>
        <source>only B answers</source>
        <translation>仅 B 填写</translation>
    </message>
    <message>
        <source>Kappa is not defined where nothing is compared, or where both give one and the same answer throughout.</source>
        <translation>没有可比较的内容，或双方始终只填同一个值时，κ 无定义。</translation>
    </message>
    <message>
        <source>Objects through time</source>
        <translation>目标随时间</translation>
    </message>
    <message>
        <source>Objects in A</source>
        <translation>A 的目标</translation>
    </message>
    <message>
        <source>Objects in B</source>
        <translation>B 的目标</translation>
    </message>
    <message>
        <source>Identity switches</source>
        <translation>目标串号</translation>
    </message>
    <message>
        <source>IDF1</source>
        <translation>IDF1</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>不一致之处</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>The worst disagreements</source>
        <translation>最严重的不一致</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>(In %1 frames, here the worst.)</source>
        <translation>（共 %1 帧，此处差别最大。）</translation>
    </message>
    <message>
        <source>Hardly any object is in both: these are most likely other frames that have the same names, and the figures say nothing.</source>
        <translation>两边几乎没有相同的目标：很可能只是帧名相同、数据不同，下面的数字没有意义。</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Open a project first.</source>
        <translation>请先打开一个项目。</translation>
    </message>
    <message>
        <source>Select an object first.</source>
        <translation>先选中一个目标。</translation>
    </message>
    <message>
        <source>The object is locked: Ctrl+L unlocks it.</source>
        <translation>目标已锁定：按 Ctrl+L 解锁。</translation>
    </message>
    <message>
        <source>This project is open read-only: nothing in it can be changed.</source>
        <translation>项目以只读方式打开，不能修改。</translation>
    </message>
    <message>
        <source>“%1” is of no use at the moment.</source>
        <translation>“%1”现在不可用。</translation>
    </message>
</context>
<context>
    <name>AttributeChecks</name>
    <message>
        <source>%1 has no answer for: %2.</source>
        <translation>%1 没有填：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: the picture cuts off %2 % of the box, but truncation says “%3”.</source>
        <translation>%1：框有 %2 % 在图像之外，截断却填的是“%3”。</translation>
    </message>
    <message>
        <source>%1: occlusion says “%2”, but seen from the LiDAR %3 % of it are hidden.</source>
        <translation>%1：遮挡填的是“%2”，但从激光雷达看有 %3 % 被挡住。</translation>
    </message>
</context>
<context>
    <name>BagUnpacking</name>
    <message>
        <source>Unpacking “%1” was cancelled.</source>
        <translation>已取消解包“%1”。</translation>
    </message>
    <message>
        <source>Topics of uncompressed pictures, which were left out: %1.</source>
        <translation>未压缩的图像话题 %1 个，未采用。</translation>
    </message>
    <message>
        <source>“%1”: none of the %2 clouds of “%3” can be read. %4</source>
        <translation>“%1”：“%3”的 %2 帧点云全都读不出。%4</translation>
    </message>
    <message>
        <source>Clouds that cannot be read, which were left out: %1.</source>
        <translation>读不出的点云 %1 帧，未采用。</translation>
    </message>
    <message>
        <source>“%1”, “%2”, message %3</source>
        <translation>“%1”，“%2”第 %3 条消息</translation>
    </message>
    <message>
        <source>%1: the message has no sound header.</source>
        <translation>%1：消息头已损坏。</translation>
    </message>
    <message>
        <source>tf does not tell where “%1” was in “%2” for %3 of %4 clouds, so the poses were left out.</source>
        <translation>tf 没有给出“%1”在“%2”中的位置（%4 帧中缺 %3 帧），位姿未采用。</translation>
    </message>
    <message>
        <source>“%1”: pictures that are neither JPEG nor PNG, which were left out: %2.</source>
        <translation>“%1”：既不是 JPEG 也不是 PNG 的图像 %2 张，未采用。</translation>
    </message>
    <message>
        <source>“%1” has no CameraInfo beside it, so its pictures are not calibrated.</source>
        <translation>“%1”没有对应的 CameraInfo，图像没有标定。</translation>
    </message>
    <message>
        <source>“%1”: tf does not tell where “%2” is, seen from “%3”, so its pictures are not calibrated.</source>
        <translation>“%1”：tf 没有给出“%2”相对“%3”的位置，图像没有标定。</translation>
    </message>
    <message>
        <source>“%1” holds no point clouds (sensor_msgs/PointCloud2).</source>
        <translation>“%1”里没有点云（sensor_msgs/PointCloud2）。</translation>
    </message>
    <message>
        <source>“%1” holds clouds of several topics (%2): choose one of them.</source>
        <translation>“%1”里有多个点云话题（%2）：请选择其中一个。</translation>
    </message>
    <message>
        <source>“%1” holds no clouds of “%2”, but of: %3.</source>
        <translation>“%1”里没有话题“%2”的点云，只有：%3。</translation>
    </message>
    <message>
        <source>“%1” was left out: none of its %2 pictures was taken within %3 s of a cloud.</source>
        <translation>“%1”未采用：它的 %2 张图像与任何点云都相差 %3 秒以上。</translation>
    </message>
    <message>
        <source>“%1” holds what another bag was unpacked into, or what this one was before it changed: choose a folder of another name.</source>
        <translation>“%1”里是另一个录包解开的内容，或是本录包改动之前的内容：请换一个文件夹名。</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Same size in %1 frames</source>
        <translation>统一 %1 帧的尺寸</translation>
    </message>
    <message>
        <source>Delete in %1 frames</source>
        <translation>从 %1 帧中删除</translation>
    </message>
    <message>
        <source>These are locked or accepted, or their frames are done: nothing changes them.</source>
        <translation>这些已锁定、已质检通过，或所在帧已完成，不能修改。</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>There is no benchmark “%1”.</source>
        <translation>没有名为“%1”的测速项。</translation>
    </message>
    <message>
        <source>“bench load” takes one cloud.</source>
        <translation>“bench load”要一个点云。</translation>
    </message>
    <message>
        <source>“bench %1” takes one cloud.</source>
        <translation>“bench %1” 需要一个点云。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>无法建立文件夹“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1”无法写入：%2。</translation>
    </message>
    <message>
        <source>“cp -r” did not work.</source>
        <translation>“cp -r”执行失败。</translation>
    </message>
    <message>
        <source>“bench export” takes a folder to work in, and perhaps how many frames and a format: %1.</source>
        <translation>“bench export”要一个工作文件夹，还可以给出帧数和格式：%1。</translation>
    </message>
    <message>
        <source>No folder can be made in “%1”: %2.</source>
        <translation>无法在“%1”里建立文件夹：%2。</translation>
    </message>
</context>
<context>
    <name>BenchCheck</name>
    <message>
        <source>“bench check” takes one folder with labelled frames.</source>
        <translation>“bench check” 需要一个带标注帧的目录。</translation>
    </message>
</context>
<context>
    <name>BenchClick</name>
    <message>
        <source>“%1” holds nothing that could be completed.</source>
        <translation>“%1”里没有可补全的目标。</translation>
    </message>
    <message>
        <source>“bench click” takes one cloud.</source>
        <translation>“bench click”要一个点云。</translation>
    </message>
</context>
<context>
    <name>BenchEdit</name>
    <message>
        <source>Beside “%1” nothing can be written: %2.</source>
        <translation>“%1”旁边无法写入：%2。</translation>
    </message>
    <message>
        <source>“%1” has no frame to edit in.</source>
        <translation>“%1”里没有可编辑的帧。</translation>
    </message>
    <message>
        <source>“bench edit” takes one project.</source>
        <translation>“bench edit”要一个项目。</translation>
    </message>
</context>
<context>
    <name>BenchOpen</name>
    <message>
        <source>“%1” cannot be copied to be opened.</source>
        <translation>无法复制“%1”来打开。</translation>
    </message>
    <message>
        <source>“bench open” takes one project, and “--read-only” to look at it only.</source>
        <translation>“bench open”需要一个项目，加“--read-only”则只读打开。</translation>
    </message>
    <message>
        <source>“bench open” needs a display.</source>
        <translation>“bench open”需要显示器。</translation>
    </message>
</context>
<context>
    <name>BenchPropagate</name>
    <message>
        <source>“%1” has fewer than two labelled frames.</source>
        <translation>“%1”中带标注的帧不足两帧。</translation>
    </message>
    <message>
        <source>“bench propagate” takes one folder with labelled frames.</source>
        <translation>“bench propagate”需要一个含带标注帧的文件夹。</translation>
    </message>
</context>
<context>
    <name>BenchReview</name>
    <message>
        <source>“%1” has no frame to review.</source>
        <translation>“%1”里没有可以质检的帧。</translation>
    </message>
    <message>
        <source>There was nothing to review.</source>
        <translation>没有可以质检的内容。</translation>
    </message>
    <message>
        <source>“bench review” takes one project.</source>
        <translation>“bench review”要求给出一个项目。</translation>
    </message>
</context>
<context>
    <name>BenchSequence</name>
    <message>
        <source>No picture came.</source>
        <translation>没有画面出现。</translation>
    </message>
    <message>
        <source>“%1” has one frame only.</source>
        <translation>“%1”只有一帧。</translation>
    </message>
    <message>
        <source>“bench sequence” takes one folder of clouds.</source>
        <translation>“bench sequence”需要一个点云文件夹。</translation>
    </message>
    <message>
        <source>“bench sequence” needs a display.</source>
        <translation>“bench sequence”需要显示器。</translation>
    </message>
</context>
<context>
    <name>BenchSuggest</name>
    <message>
        <source>“bench suggest” takes one cloud.</source>
        <translation>“bench suggest”需要一个点云文件。</translation>
    </message>
</context>
<context>
    <name>BenchView</name>
    <message>
        <source>“bench view” draws nothing: this display offers no OpenGL 3.2.</source>
        <translation>“bench view”什么也没画：当前显示环境不支持 OpenGL 3.2。</translation>
    </message>
    <message>
        <source>“bench view” was not allowed to draw each picture: is its window hidden?</source>
        <translation>“bench view”没能画出每一幅画面：它的窗口被挡住了吗？</translation>
    </message>
    <message>
        <source>“bench view” needs a display.</source>
        <translation>“bench view”需要显示器。</translation>
    </message>
    <message>
        <source>“bench view” takes one cloud, a number of frames, a view (orbit or street), points (all or moving) and a drawing (automatic, processor or graphics).</source>
        <translation>“bench view” 需要一个点云、画面数、视角（orbit 或 street）、点的范围（all 或 moving）和绘制方式（automatic、processor 或 graphics）。</translation>
    </message>
</context>
<context>
    <name>BenchWindow</name>
    <message>
        <source>No picture came.</source>
        <translation>没有画面出现。</translation>
    </message>
    <message>
        <source>“bench window” takes one folder of clouds or one cloud.</source>
        <translation>“bench window” 需要一个点云文件夹或一个点云文件。</translation>
    </message>
    <message>
        <source>“bench window” needs a display.</source>
        <translation>“bench window” 需要显示器。</translation>
    </message>
</context>
<context>
    <name>BoxChecks</name>
    <message>
        <source>%1: %2 points in the box, but %3 rays went through it.</source>
        <translation>%1：框里只有 %2 个点，却有 %3 条光线穿过。</translation>
    </message>
    <message>
        <source>%1: %2 points that hang together with it reach %3 m out of the box (%4).</source>
        <translation>%1：有 %2 个与它相连的点伸出框外 %3 米（%4）。</translation>
    </message>
    <message>
        <source>%1: the box stands %2 m off the points (%3).</source>
        <translation>%1：框与点相距 %2 米（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rays go through the box where its body should have stopped them.</source>
        <translation>%1：%3 条光线中有 %2 条穿过了本该挡住它们的车身。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap: %3 % of the smaller box lies in the other one.</source>
        <translation>%1 和 %2 重叠：较小的框有 %3 % 在另一个框里。</translation>
    </message>
    <message>
        <source>%1 floats %2 m over the ground.</source>
        <translation>%1 悬空 %2 米。</translation>
    </message>
    <message>
        <source>%1 is sunken %2 m into the ground.</source>
        <translation>%1 陷入地面 %2 米。</translation>
    </message>
    <message>
        <source>%1 is %2 m away, but the cloud ends at %3 m.</source>
        <translation>%1 在 %2 米外，点云只到 %3 米。</translation>
    </message>
    <message>
        <source>%1: the outline ends %2 m from the box.</source>
        <translation>%1：轮廓与框相差 %2 米。</translation>
    </message>
</context>
<context>
    <name>CalibratedCameras</name>
    <message>
        <source>“%1”: a list “cameras” was expected.</source>
        <translation>“%1”：应有列表“cameras”。</translation>
    </message>
    <message>
        <source>“%1”: “sensor_origin” should be three numbers in metres.</source>
        <translation>“%1”：“sensor_origin”应为三个数，单位为米。</translation>
    </message>
    <message>
        <source>“%1”, camera “%2”: a name of its own, “intrinsic” of 3 x 3 numbers and “extrinsic” of 4 x 4, from the LiDAR to the camera, were expected.</source>
        <translation>“%1”，相机“%2”：应有不重复的名称、3 x 3 个数的“intrinsic”和 4 x 4 个数的“extrinsic”（激光雷达到相机）。</translation>
    </message>
    <message>
        <source>“%1”, camera “%2”: the distortion is not known, so the picture counts as straight.</source>
        <translation>“%1”，相机“%2”：畸变未知，图像按无畸变处理。</translation>
    </message>
    <message>
        <source>Frames without a picture in “%1”: %2.</source>
        <translation>“%1”中缺少图像的帧数：%2。</translation>
    </message>
</context>
<context>
    <name>CameraFolder</name>
    <message>
        <source>Frames without a picture in “%1”: %2.</source>
        <translation>“%1”中缺少图像的帧数：%2。</translation>
    </message>
    <message>
        <source>There is no calibration of the camera “%1”.</source>
        <translation>相机“%1”没有标定。</translation>
    </message>
    <message>
        <source>“%1” is no calibration of a camera: “extrinsic” of 16 numbers, from the LiDAR to the camera, and “intrinsic” of 9 were expected.</source>
        <translation>“%1”不是相机标定：应有 16 个数的“extrinsic”（激光雷达到相机）和 9 个数的“intrinsic”。</translation>
    </message>
    <message>
        <source>Frames without calibration in “%1”: %2.</source>
        <translation>“%1”中没有标定的帧数：%2。</translation>
    </message>
    <message>
        <source>“%1”: the distortion is not known, so the picture counts as straight.</source>
        <translation>“%1”：畸变未知，图像按无畸变处理。</translation>
    </message>
</context>
<context>
    <name>CameraSoundness</name>
    <message>
        <source>The calibration of the camera “%1” has numbers that no camera has: its images are shown without objects.</source>
        <translation>相机“%1”的标定含有不可能的数值：图像照常显示，但不画目标。</translation>
    </message>
</context>
<context>
    <name>CarryMenu</name>
    <message>
        <source>&amp;Carry objects through frames</source>
        <translation>把目标带到其他帧(&amp;C)</translation>
    </message>
    <message>
        <source>Carry to the next frame and go there</source>
        <translation>带到下一帧并跳过去</translation>
    </message>
    <message>
        <source>Carry through the next 10 frames</source>
        <translation>带过后面 10 帧</translation>
    </message>
    <message>
        <source>Carry to the end of the sequence</source>
        <translation>带到序列末尾</translation>
    </message>
    <message>
        <source>Carry back to the start of the sequence</source>
        <translation>往回带到序列开头</translation>
    </message>
    <message>
        <source>Carry through the whole sequence</source>
        <translation>带遍整个序列</translation>
    </message>
    <message>
        <source>Stop carrying</source>
        <translation>停止带框</translation>
    </message>
    <message>
        <source>And %1 others.</source>
        <translation>另有 %1 个目标。</translation>
    </message>
    <message>
        <source>Carried: %1 shapes. Ctrl+Z takes all of them back.</source>
        <translation>已带出 %1 个标注形状，按 Ctrl+Z 可全部撤销。</translation>
    </message>
    <message>
        <source>&amp;Carry what is selected through frames</source>
        <translation>把选中的目标带到其他帧(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Carry all objects of this frame through frames</source>
        <translation>把本帧全部目标带到其他帧(&amp;C)</translation>
    </message>
    <message>
        <source>Objects are being carried already: Ctrl+. stops that.</source>
        <translation>正在带目标：按 Ctrl+. 停止。</translation>
    </message>
    <message>
        <source>There is no object in this frame that could be carried.</source>
        <translation>这一帧没有可以带到别的帧的目标。</translation>
    </message>
    <message>
        <source>There is no further frame to carry to.</source>
        <translation>这个方向没有更多的帧。</translation>
    </message>
</context>
<context>
    <name>Caught</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成此操作。</translation>
    </message>
    <message>
        <source>This cannot go on because of a mistake in the program: %1.</source>
        <translation>程序出错，无法继续：%1。</translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message>
        <source>%1 findings about %2 objects in %3 frames.</source>
        <translation>%3 帧 %2 个标注，共 %1 个检查项。</translation>
    </message>
    <message>
        <source>%1 more were waived.</source>
        <translation>另有 %1 项已豁免。</translation>
    </message>
    <message>
        <source>“check” takes one project: lunkuo check PROJECT [--json]</source>
        <translation>“check” 需要一个项目：lunkuo check 项目 [--json]</translation>
    </message>
</context>
<context>
    <name>CheckEvaluation</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>测量已取消。</translation>
    </message>
    <message>
        <source>There is no labelled frame to check.</source>
        <translation>没有可检查的标注帧。</translation>
    </message>
    <message>
        <source>== %1: %2 findings about %3 labelled boxes of %4 objects (%5 per 100 boxes), in %6 s ==
</source>
        <translation>== %1：%4 个目标 %3 个标注框，%2 个检查项（每 100 个框 %5 项），用时 %6 秒 ==
</translation>
    </message>
    <message>
        <source>Planted faults found: %1 of %2 (%3 %)
</source>
        <translation>植入错误检出：%2 个中检出 %1 个（%3 %）
</translation>
    </message>
    <message>
        <source>  missed: %1
</source>
        <translation>  漏检：%1
</translation>
    </message>
</context>
<context>
    <name>CheckPlan</name>
    <message>
        <source>Set the check “%1”</source>
        <translation>更改检查规则：%1</translation>
    </message>
    <message>
        <source>Set checks (%1)</source>
        <translation>更改 %1 项检查规则</translation>
    </message>
</context>
<context>
    <name>CheckedScene</name>
    <message>
        <source>Frame %1 could not be checked: %2</source>
        <translation>无法检查帧 %1：%2</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Empty box</source>
        <translation>空框</translation>
    </message>
    <message>
        <source>Box off its points</source>
        <translation>框离点太远</translation>
    </message>
    <message>
        <source>Points cut off</source>
        <translation>点被切在框外</translation>
    </message>
    <message>
        <source>Boxes overlap</source>
        <translation>框重叠</translation>
    </message>
    <message>
        <source>Floating or sunken</source>
        <translation>悬空或下沉</translation>
    </message>
    <message>
        <source>Beyond the cloud</source>
        <translation>超出点云范围</translation>
    </message>
    <message>
        <source>Outline and box disagree</source>
        <translation>轮廓与框不符</translation>
    </message>
    <message>
        <source>Attribute missing</source>
        <translation>缺少属性</translation>
    </message>
    <message>
        <source>Truncation and picture disagree</source>
        <translation>截断与图像不符</translation>
    </message>
    <message>
        <source>Occlusion and cloud disagree</source>
        <translation>遮挡与点云不符</translation>
    </message>
    <message>
        <source>Unlabelled object</source>
        <translation>漏标目标</translation>
    </message>
    <message>
        <source>Frame left out</source>
        <translation>漏标帧</translation>
    </message>
    <message>
        <source>Gap in a track</source>
        <translation>轨迹缺帧</translation>
    </message>
    <message>
        <source>Implausible size</source>
        <translation>尺寸不合理</translation>
    </message>
    <message>
        <source>Class and size disagree</source>
        <translation>类别与尺寸不符</translation>
    </message>
    <message>
        <source>Size changes</source>
        <translation>尺寸变化</translation>
    </message>
    <message>
        <source>Heading against motion</source>
        <translation>朝向与运动不符</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>跳变</translation>
    </message>
    <message>
        <source>Identity switch</source>
        <translation>目标互换</translation>
    </message>
    <message>
        <source>Object annotated twice</source>
        <translation>重复标注</translation>
    </message>
    <message>
        <source>Key frames too far apart</source>
        <translation>关键帧太稀</translation>
    </message>
    <message>
        <source>A box with hardly a point in it, though rays went through it to what is behind.</source>
        <translation>框里几乎没有点，激光却穿过它打到了后面的物体。</translation>
    </message>
    <message>
        <source>Points in the box</source>
        <translation>框内点数</translation>
    </message>
    <message>
        <source>Boxes with fewer points than this are reported.</source>
        <translation>框内点数少于此值时报告。</translation>
    </message>
    <message>
        <source>Hidden share</source>
        <translation>被遮挡比例</translation>
    </message>
    <message>
        <source>Boxes of which more than this is hidden behind other things are not reported; of people and cycles half of it is enough.</source>
        <translation>被其他物体挡住的部分超过此值的框不报告；行人和两轮车超过一半即不报告。</translation>
    </message>
    <message>
        <source>Rays through the box</source>
        <translation>穿过框的激光</translation>
    </message>
    <message>
        <source>Only reported when at least so many rays went through the box.</source>
        <translation>至少有这么多条激光穿过框时才报告。</translation>
    </message>
    <message>
        <source>The box of a vehicle stands off its points, or rays go through it where its body should have stopped them.</source>
        <translation>车辆的框离它的点太远，或者激光穿过了本应被车身挡住的地方。</translation>
    </message>
    <message>
        <source>Gap to the points</source>
        <translation>与点的间隙</translation>
    </message>
    <message>
        <source>Reported when a side that the sensor sees is farther off the points than this; far away a little more is allowed.</source>
        <translation>传感器看得到的一面离点超过此值时报告；距离远时允许略大。</translation>
    </message>
    <message>
        <source>Share of rays that go through</source>
        <translation>穿过的激光比例</translation>
    </message>
    <message>
        <source>Reported when a greater share of the rays goes through the body.</source>
        <translation>穿过车身的激光超过此比例时报告。</translation>
    </message>
    <message>
        <source>Boxes with fewer points are not looked at.</source>
        <translation>点数少于此值的框不检查。</translation>
    </message>
    <message>
        <source>Points that hang together with the object lie outside its box.</source>
        <translation>与目标连在一起的点落在框外。</translation>
    </message>
    <message>
        <source>Share of the points</source>
        <translation>点的比例</translation>
    </message>
    <message>
        <source>Reported when those outside are at least this share of those inside; of people and cycles twice that.</source>
        <translation>框外的点至少达到框内的这个比例时报告；行人和两轮车为其两倍。</translation>
    </message>
    <message>
        <source>Points outside</source>
        <translation>框外点数</translation>
    </message>
    <message>
        <source>Only reported when there are at least so many.</source>
        <translation>至少有这么多点时才报告。</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>伸出距离</translation>
    </message>
    <message>
        <source>Points that reach less far out of the box do not count.</source>
        <translation>伸出框外不到此距离的点不算。</translation>
    </message>
    <message>
        <source>Two boxes of a frame lie in one another.</source>
        <translation>同一帧的两个框互相重叠。</translation>
    </message>
    <message>
        <source>Share in common</source>
        <translation>重叠比例</translation>
    </message>
    <message>
        <source>Reported when at least this share of the smaller box lies in the other.</source>
        <translation>较小的框至少有这个比例落在另一个框里时报告。</translation>
    </message>
    <message>
        <source>The bottom of the box is not on the ground.</source>
        <translation>框的底面不在地面上。</translation>
    </message>
    <message>
        <source>Distance from the ground</source>
        <translation>离地距离</translation>
    </message>
    <message>
        <source>Boxes that are at least so far above or below the ground are reported.</source>
        <translation>高于或低于地面至少此距离的框会报告。</translation>
    </message>
    <message>
        <source>The box lies farther away than the farthest point of the cloud.</source>
        <translation>框比点云中最远的点还远。</translation>
    </message>
    <message>
        <source>The outline does not end where the box does.</source>
        <translation>轮廓与框的边界不一致。</translation>
    </message>
    <message>
        <source>Distance from the box</source>
        <translation>与框的距离</translation>
    </message>
    <message>
        <source>Outlines that end at least so far inside or outside are reported.</source>
        <translation>轮廓比框缩进或超出至少此距离时报告。</translation>
    </message>
    <message>
        <source>An attribute that is required has no value.</source>
        <translation>必填属性没有填。</translation>
    </message>
    <message>
        <source>Truncation is not what the picture shows.</source>
        <translation>截断与图像所示不符。</translation>
    </message>
    <message>
        <source>Share cut off</source>
        <translation>被截掉的比例</translation>
    </message>
    <message>
        <source>An object that is said to be whole is reported when the picture cuts off more of its box than this.</source>
        <translation>标为未截断的目标，图像截掉的部分超过此值时报告。</translation>
    </message>
    <message>
        <source>Occlusion is not what the LiDAR sees.</source>
        <translation>遮挡与激光雷达所见不符。</translation>
    </message>
    <message>
        <source>An object that is said to be visible is reported when more of it than this is hidden.</source>
        <translation>标为无遮挡的目标，被挡住的部分超过此值时报告。</translation>
    </message>
    <message>
        <source>What is said to be visible is reported with fewer points than this only, what is said to be hidden with at least so many.</source>
        <translation>标为无遮挡的，点数少于此值才报告；标为遮挡的，点数不少于此值才报告。</translation>
    </message>
    <message>
        <source>Points look like a vehicle, but nothing is annotated there.</source>
        <translation>有些点像一辆车，那里却没有标注。</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Reported when Lunkuo is at least so sure.</source>
        <translation>轮廓至少有这么大的把握时报告。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Objects with fewer points are not reported.</source>
        <translation>点数少于此值的不报告。</translation>
    </message>
    <message>
        <source>Farthest distance</source>
        <translation>最远距离</translation>
    </message>
    <message>
        <source>What is farther from the sensor is not looked for.</source>
        <translation>离传感器更远的不查找。</translation>
    </message>
    <message>
        <source>A frame without any annotation between frames that have some.</source>
        <translation>前后的帧都有标注，这一帧却什么都没有。</translation>
    </message>
    <message>
        <source>Frames in a row</source>
        <translation>连续帧数</translation>
    </message>
    <message>
        <source>Reported when at most so many frames in a row have none.</source>
        <translation>连续没有标注的帧不超过此数时报告。</translation>
    </message>
    <message>
        <source>An object is not annotated in frames between others of its own, or right before or after them, though points lie where it must be.</source>
        <translation>目标在自己的帧之间，或者紧挨着首帧之前、末帧之后没有标注，而它应在的位置有点。</translation>
    </message>
    <message>
        <source>Points in a gap</source>
        <translation>缺帧处的点数</translation>
    </message>
    <message>
        <source>Reported when at least so many points lie where it must be.</source>
        <translation>它应在的位置至少有这么多点时报告。</translation>
    </message>
    <message>
        <source>Longest gap, in frames</source>
        <translation>最长缺帧</translation>
    </message>
    <message>
        <source>Longer gaps are not reported: the object may have been away.</source>
        <translation>缺得更久的不报告：目标可能离开过。</translation>
    </message>
    <message>
        <source>Points before and after</source>
        <translation>首尾之外的点数</translation>
    </message>
    <message>
        <source>So many points are needed right before its first frame or after its last.</source>
        <translation>首帧之前、末帧之后要有这么多点才报告。</translation>
    </message>
    <message>
        <source>The object is larger or smaller than anything of its class is.</source>
        <translation>目标比同类的任何物体都大或都小。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Sizes that are this much beyond the limits of the class are accepted.</source>
        <translation>超出类别范围不到此值的尺寸不报告。</translation>
    </message>
    <message>
        <source>The object has the size of another class.</source>
        <translation>目标的尺寸像另一个类别。</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Reported when its size is so many times as far from what is usual in its class as sizes mostly are, and another class fits far better.</source>
        <translation>尺寸偏离本类别常见尺寸达到一般偏差的这么多倍，而另一个类别合适得多时报告。</translation>
    </message>
    <message>
        <source>The size of an object changes from one frame to the next.</source>
        <translation>目标的尺寸从一帧到下一帧发生变化。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Reported when length, width or height changes by at least this share…</source>
        <translation>长、宽或高的变化至少达到此比例……</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>最小变化</translation>
    </message>
    <message>
        <source>…and by at least so much. People change one and a half times as much.</source>
        <translation>……并且至少变化这么多时报告。行人允许一倍半。</translation>
    </message>
    <message>
        <source>A vehicle or cyclist does not go where it heads.</source>
        <translation>车辆或骑行者的行进方向与朝向不一致。</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Reported when the way it goes is farther than this off its heading.</source>
        <translation>行进方向偏离朝向超过此角度时报告。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>What is slower is not looked at.</source>
        <translation>比这慢的不检查。</translation>
    </message>
    <message>
        <source>Speed in reverse</source>
        <translation>倒车速度</translation>
    </message>
    <message>
        <source>Nobody drives backwards faster than this: it is reported.</source>
        <translation>没有人倒车比这还快：超过时报告。</translation>
    </message>
    <message>
        <source>An object is not where, or not turned as, the frames beside it say.</source>
        <translation>目标的位置或朝向与相邻帧对不上。</translation>
    </message>
    <message>
        <source>Reported when it is farther than this from where it should be…</source>
        <translation>离应在的位置超过此距离……</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>加速度</translation>
    </message>
    <message>
        <source>…and farther than it could come with this acceleration.</source>
        <translation>……并且以此加速度也到不了那里时报告。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转向</translation>
    </message>
    <message>
        <source>Reported when it is turned by more than this; people by four and a half times as much.</source>
        <translation>转过的角度超过此值时报告；行人允许四倍半。</translation>
    </message>
    <message>
        <source>Two objects have exchanged their places, or one ends where another one goes on.</source>
        <translation>两个目标互换了位置，或者一个目标结束的地方由另一个接着走。</translation>
    </message>
    <message>
        <source>Gain of an exchange</source>
        <translation>互换后的改善</translation>
    </message>
    <message>
        <source>Reported when, exchanged, both go on better by more than this in all.</source>
        <translation>互换之后两者的走势合计改善超过此距离时报告。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Reported when the one begins at most so far from where the other would go on…</source>
        <translation>一个目标开始的地方离另一个应该接着走的位置不超过此距离……</translation>
    </message>
    <message>
        <source>Frames between</source>
        <translation>相隔帧数</translation>
    </message>
    <message>
        <source>…and at most so many frames later.</source>
        <translation>……并且最多晚这么多帧时报告。</translation>
    </message>
    <message>
        <source>Two objects are in the same place: one thing was annotated twice.</source>
        <translation>两个目标在同一位置：同一个物体标了两次。</translation>
    </message>
    <message>
        <source>Overlap (IoU)</source>
        <translation>重叠（IoU）</translation>
    </message>
    <message>
        <source>Reported when their boxes overlap at least so much in half of the frames in which both are.</source>
        <translation>在两者都有的帧中，至少一半帧的框重叠达到此值时报告。</translation>
    </message>
    <message>
        <source>An object turns or changes its speed while no key frame says what it does.</source>
        <translation>目标转弯或变速，而这段时间没有关键帧。</translation>
    </message>
    <message>
        <source>Possible error</source>
        <translation>可能的误差</translation>
    </message>
    <message>
        <source>Reported when the frames between may be off by at least this.</source>
        <translation>中间各帧可能偏差至少此距离时报告。</translation>
    </message>
    <message>
        <source>Key frames that are nearer to each other are not looked at.</source>
        <translation>相隔更近的关键帧不检查。</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source> m/s</source>
        <translation> 米/秒</translation>
    </message>
    <message>
        <source> m/s²</source>
        <translation> 米/秒²</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>What is not there</source>
        <translation>漏标</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Objects taken for others</source>
        <translation>目标混淆</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>off → on</source>
        <translation>关闭 → 开启</translation>
    </message>
    <message>
        <source>on → off</source>
        <translation>开启 → 关闭</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between changes</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ClassMapping</name>
    <message>
        <source>“%1”: “classes” should be an object of class names.</source>
        <translation>“%1”：“classes”应为由类别名称组成的对象。</translation>
    </message>
    <message>
        <source>“%1”: the class “%2” should have a name, or null where it is left out.</source>
        <translation>“%1”：类别“%2”应有名称，不导出时为 null。</translation>
    </message>
    <message>
        <source>“%1”: “others” should be “keep” or null.</source>
        <translation>“%1”：“others”应为“keep”或 null。</translation>
    </message>
    <message>
        <source>“%1” is no file with a mapping of classes; built in are %2.</source>
        <translation>“%1”不是类别映射文件；内置的有 %2。</translation>
    </message>
    <message>
        <source>“%1” is too large for a mapping of classes: at most 4 MiB were expected.</source>
        <translation>“%1”作为类别映射太大了：最多 4 MiB。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1”无法写入：%2。</translation>
    </message>
</context>
<context>
    <name>ClassNames</name>
    <message>
        <source>The class “%1” is not in the taxonomy; objects keep it as it is: %2.</source>
        <translation>标签体系里没有类别“%1”，目标保留原名：%2 个。</translation>
    </message>
</context>
<context>
    <name>Cloud</name>
    <message>
        <source>“%1” announces %2 fields; at most %3 were expected.</source>
        <translation>“%1”声明了 %2 个字段，最多应为 %3 个。</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”; x, y and z were expected.</source>
        <translation>“%1”没有字段“%2”，应有 x、y 和 z。</translation>
    </message>
    <message>
        <source>“%1” holds %2 points; at most %3 were expected.</source>
        <translation>“%1”有 %2 个点，最多应为 %3 个。</translation>
    </message>
    <message>
        <source>“%1” is not named like a point cloud; expected: %2.</source>
        <translation>“%1”的文件名不像点云，应为：%2。</translation>
    </message>
    <message>
        <source>“%1” does not fit into memory.</source>
        <translation>内存放不下“%1”。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a point cloud file.</source>
        <translation>“%1”是文件夹，不是点云文件。</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>“%1”打不开：%2。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be read at byte %2: %3.</source>
        <translation>“%1”在第 %2 字节处读不出：%3。</translation>
    </message>
    <message>
        <source>“%1” ends at byte %2, where %3 more were expected.</source>
        <translation>“%1”在第 %2 字节处就结束了，还应有 %3 字节。</translation>
    </message>
    <message>
        <source>“%1”, line %2: %3</source>
        <translation>“%1”第 %2 行：%3</translation>
    </message>
    <message>
        <source>“%1” ends after %2 of the %3 points that its header announces.</source>
        <translation>“%1”只有 %2 个点，而文件头声明了 %3 个。</translation>
    </message>
    <message>
        <source>“%1” holds %2 bytes more than the %3 points that its header announces.</source>
        <translation>“%1”比文件头声明的 %3 个点多出 %2 字节。</translation>
    </message>
    <message>
        <source>“%1” ends after %2 of %3 compressed bytes.</source>
        <translation>“%1”只有 %2 字节压缩数据，应为 %3 字节。</translation>
    </message>
    <message>
        <source>“%1” announces %2 uncompressed bytes, which is not what %3 points of %4 bytes take.</source>
        <translation>“%1”声明解压后为 %2 字节，与 %3 个点（每点 %4 字节）不符。</translation>
    </message>
    <message>
        <source>“%1”: the compressed bytes from %2 on are damaged; %3 bytes were expected of them.</source>
        <translation>“%1”：从第 %2 字节起的压缩数据已损坏，应解出 %3 字节。</translation>
    </message>
    <message>
        <source>“%1” has no complete PCD header: a last line “DATA ascii”, “DATA binary” or “DATA binary_compressed” was expected.</source>
        <translation>“%1”的 PCD 文件头不完整：末行应为“DATA ascii”、“DATA binary”或“DATA binary_compressed”。</translation>
    </message>
    <message>
        <source>“%1” where a line of a PCD header was expected.</source>
        <translation>此处应为 PCD 文件头的一行，却是“%1”。</translation>
    </message>
    <message>
        <source>DATA “%1”; ascii, binary or binary_compressed was expected.</source>
        <translation>DATA 为“%1”，应为 ascii、binary 或 binary_compressed。</translation>
    </message>
    <message>
        <source>“%1” has no line “%2” in its PCD header.</source>
        <translation>“%1”的 PCD 文件头缺少“%2”行。</translation>
    </message>
    <message>
        <source>%1 names %2 values where FIELDS names %3.</source>
        <translation>%1 有 %2 个值，而 FIELDS 有 %3 个。</translation>
    </message>
    <message>
        <source>%1 fields are announced; at most %2 were expected.</source>
        <translation>声明了 %1 个字段，最多应为 %2 个。</translation>
    </message>
    <message>
        <source>TYPE “%1” with SIZE “%2” is no number that PCD knows; I, U of 1, 2, 4, 8 or F of 4, 8 bytes was expected.</source>
        <translation>PCD 没有 TYPE“%1”、SIZE“%2”的数；应为 1、2、4、8 字节的 I、U 或 4、8 字节的 F。</translation>
    </message>
    <message>
        <source>“%1” is no number that can be counted to.</source>
        <translation>“%1”不是可用的个数。</translation>
    </message>
    <message>
        <source>“%1” has neither POINTS nor WIDTH in its PCD header.</source>
        <translation>“%1”的 PCD 文件头既没有 POINTS 也没有 WIDTH。</translation>
    </message>
    <message>
        <source>%1 × %2 points are more than any file holds.</source>
        <translation>%1 × %2 个点超出任何文件所能容纳。</translation>
    </message>
    <message>
        <source>POINTS says %1 where WIDTH × HEIGHT make %2.</source>
        <translation>POINTS 为 %1，而 WIDTH × HEIGHT 得 %2。</translation>
    </message>
    <message>
        <source>“%1” ends after %2 of the %3 “%4” that its header announces.</source>
        <translation>“%1”声明了 %3 个“%4”，却只有 %2 个。</translation>
    </message>
    <message>
        <source>“%1”, “%2” number %3: a list of %4 values is announced, which is more than the rest of the file holds.</source>
        <translation>“%1”中第 %3 个“%2”：声明的列表有 %4 个值，超出文件剩余部分。</translation>
    </message>
    <message>
        <source>“%1” holds %2 bytes more than its header announces; it may have been treated as text on its way.</source>
        <translation>“%1”比文件头声明的多 %2 字节，传输时可能被当成了文本。</translation>
    </message>
    <message>
        <source>“ply” was expected here.</source>
        <translation>此处应为“ply”。</translation>
    </message>
    <message>
        <source>the PLY header ends here without “end_header”.</source>
        <translation>PLY 文件头到此为止，没有“end_header”。</translation>
    </message>
    <message>
        <source>“%1” where a line of a PLY header was expected.</source>
        <translation>此处应为 PLY 文件头的一行，却是“%1”。</translation>
    </message>
    <message>
        <source>the PLY header ends here without a line “format”.</source>
        <translation>PLY 文件头到此为止，没有“format”行。</translation>
    </message>
    <message>
        <source>the PLY header ends here without “element vertex”.</source>
        <translation>PLY 文件头到此为止，没有“element vertex”。</translation>
    </message>
    <message>
        <source>format “%1”; ascii, binary_little_endian or binary_big_endian was expected.</source>
        <translation>格式为“%1”，应为 ascii、binary_little_endian 或 binary_big_endian。</translation>
    </message>
    <message>
        <source>“element NAME COUNT” with a count was expected.</source>
        <translation>应为带个数的“element 名称 个数”。</translation>
    </message>
    <message>
        <source>more than %1 properties are announced.</source>
        <translation>声明的属性超过 %1 个。</translation>
    </message>
    <message>
        <source>“property TYPE NAME” or “property list TYPE TYPE NAME” with types of PLY was expected.</source>
        <translation>应为“property 类型 名称”或“property list 类型 类型 名称”，类型须为 PLY 的类型。</translation>
    </message>
    <message>
        <source>a property before any “element”.</source>
        <translation>属性出现在任何“element”之前。</translation>
    </message>
    <message>
        <source>“%1” holds %2 bytes, which is no whole number of %3 points of %4 bytes; it may be cut short.</source>
        <translation>“%1”有 %2 字节，不是整数个 %3 点（每点 %4 字节），可能被截断了。</translation>
    </message>
    <message>
        <source>It would fit nuScenes points of 20 bytes; files of those are named “.pcd.bin”.</source>
        <translation>它与每点 20 字节的 nuScenes 点云相符，那种文件以“.pcd.bin”结尾。</translation>
    </message>
    <message>
        <source>“%1” holds no line of numbers.</source>
        <translation>“%1”里没有一行数字。</translation>
    </message>
    <message>
        <source>%1 values; at most %2 were expected.</source>
        <translation>有 %1 个值，最多应为 %2 个。</translation>
    </message>
    <message>
        <source>numbers with decimal commas; decimal points were expected.</source>
        <translation>数字用了逗号作小数点，应使用句点。</translation>
    </message>
    <message>
        <source>“%1”; numbers, or names with x, y and z, were expected.</source>
        <translation>此处是“%1”，应为数字，或含 x、y、z 的列名。</translation>
    </message>
    <message>
        <source>“%1” names %2 columns and then holds lines of %3 values.</source>
        <translation>“%1”有 %2 个列名，数据行却有 %3 个值。</translation>
    </message>
    <message>
        <source>“%1” holds lines of %2 values; at least x, y and z were expected.</source>
        <translation>“%1”每行 %2 个值，至少应有 x、y、z。</translation>
    </message>
    <message>
        <source>“%1” is not a number; a decimal point, not a comma, was expected.</source>
        <translation>“%1”不是数字，小数点应为句点而非逗号。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>%1 values where %2 were expected.</source>
        <translation>有 %1 个值，应为 %2 个。</translation>
    </message>
    <message>
        <source>more than the %1 values that were expected.</source>
        <translation>多于应有的 %1 个值。</translation>
    </message>
    <message>
        <source>“%1” holds %2 lines of data where its header announces %3.</source>
        <translation>“%1”有 %2 行数据，而文件头声明了 %3 行。</translation>
    </message>
    <message>
        <source>“%1” is too short for one point of %2 values.</source>
        <translation>“%1”太短，不够一个有 %2 个值的点。</translation>
    </message>
    <message>
        <source>“%1” was changed while it was read.</source>
        <translation>读取时“%1”被改动了。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1”写不进去：%2。</translation>
    </message>
    <message>
        <source>“%1” is not named like a cloud that is written; expected: %2.</source>
        <translation>“%1”的文件名不是可以写出的点云格式，应为：%2。</translation>
    </message>
    <message>
        <source>“%1”: %2 has no form that is text.</source>
        <translation>“%1”：%2 没有文本形式。</translation>
    </message>
    <message>
        <source>Points without a place, which were left out: %1.</source>
        <translation>没有坐标的点 %1 个，未写出。</translation>
    </message>
    <message>
        <source>“%1”: a %2 file of no points would be empty.</source>
        <translation>“%1”：没有点的 %2 文件是空文件，未写出。</translation>
    </message>
    <message>
        <source>The intensity was divided by %1: %2 has it between 0 and 1.</source>
        <translation>强度已除以 %1：%2 的强度在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Positions were rounded to what 32 bits hold %1 km from the origin, up to %2 m.</source>
        <translation>坐标已舍入为 32 位浮点数：离原点 %1 千米处误差可达 %2 米。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>a LAS file was expected, which begins with “LASF”.</source>
        <translation>应为 LAS 文件，开头是“LASF”。</translation>
    </message>
    <message>
        <source>LAS %1.%2; version 1.0 to 1.4 was expected.</source>
        <translation>LAS %1.%2，应为 1.0 到 1.4 版。</translation>
    </message>
    <message>
        <source>the file ends within its header of %1 bytes.</source>
        <translation>文件在 %1 字节的文件头之内就结束了。</translation>
    </message>
    <message>
        <source>a header of %1 bytes; at least %2 were expected.</source>
        <translation>文件头为 %1 字节，至少应为 %2 字节。</translation>
    </message>
    <message>
        <source>the points begin at byte %1; between the header&apos;s end at %2 and the file&apos;s end at %3 was expected.</source>
        <translation>点从第 %1 字节开始，应在文件头结尾 %2 与文件结尾 %3 之间。</translation>
    </message>
    <message>
        <source>the points are compressed (LAZ), which is not read; save the cloud as LAS, with laszip for one.</source>
        <translation>点是压缩的（LAZ），读不了；请另存为 LAS，例如用 laszip。</translation>
    </message>
    <message>
        <source>point format %1; 0 to 10 was expected.</source>
        <translation>点格式为 %1，应为 0 到 10。</translation>
    </message>
    <message>
        <source>points of %1 bytes; at least the %2 bytes of point format %3 were expected.</source>
        <translation>每点 %1 字节，点格式 %3 至少应为 %2 字节。</translation>
    </message>
    <message>
        <source>the scale of %1 is %2; a positive number was expected.</source>
        <translation>%1 的缩放为 %2，应为正数。</translation>
    </message>
    <message>
        <source>the offset of %1 is %2; a number was expected.</source>
        <translation>%1 的偏移为 %2，应为有限的数。</translation>
    </message>
    <message>
        <source>%1 records are announced before the points, but there is room for %2 of them.</source>
        <translation>声明点之前有 %1 条记录，而空间只够 %2 条。</translation>
    </message>
    <message>
        <source>LAS knows classes from 0 to 255; these labels are kept as an extra value instead.</source>
        <translation>LAS 的分类为 0 到 255；这些标签改存为附加字段。</translation>
    </message>
    <message>
        <source>Positions were rounded to %1 mm.</source>
        <translation>坐标已舍入到 %1 毫米。</translation>
    </message>
    <message>
        <source>The intensity was multiplied by %1 and rounded to a whole number.</source>
        <translation>强度已乘以 %1 并取整。</translation>
    </message>
    <message>
        <source>“%1”: LAS holds at most %2 extra values; the cloud has %3.</source>
        <translation>“%1”：LAS 最多有 %2 个附加字段，而点云有 %3 个。</translation>
    </message>
    <message>
        <source>“%1”: compressed points (LAZ) are not written; name the file “.las”.</source>
        <translation>“%1”：不写压缩点云（LAZ），请用“.las”作文件名。</translation>
    </message>
    <message>
        <source>“%1” holds an array of shape (%2); N rows of x, y, z and further values, (N, 3) or more, were expected.</source>
        <translation>“%1”的数组形状为 (%2)，应为 N 行 x、y、z 及更多数值，即 (N, 3) 或更多列。</translation>
    </message>
    <message>
        <source>the header of a NumPy file names “descr”, “fortran_order” and “shape”; one of them is missing.</source>
        <translation>NumPy 文件头应有“descr”、“fortran_order”和“shape”，缺少其中之一。</translation>
    </message>
    <message>
        <source>a NumPy file was expected, which begins with “NUMPY”.</source>
        <translation>应为 NumPy 文件，开头是“NUMPY”。</translation>
    </message>
    <message>
        <source>the file ends within its header.</source>
        <translation>文件在文件头之内就结束了。</translation>
    </message>
    <message>
        <source>version %1 of NumPy&apos;s files; 1 to 3 was expected.</source>
        <translation>NumPy 文件版本为 %1，应为 1 到 3。</translation>
    </message>
    <message>
        <source>a header of %1 bytes is announced; the file has %2.</source>
        <translation>声明文件头为 %1 字节，而文件只有 %2 字节。</translation>
    </message>
    <message>
        <source>the header is no dictionary that Python could read.</source>
        <translation>文件头不是 Python 能读的字典。</translation>
    </message>
    <message>
        <source>“descr” is neither a type nor a list of named types.</source>
        <translation>“descr”既不是类型，也不是带名字的类型列表。</translation>
    </message>
    <message>
        <source>“descr” holds something that is no name with a type.</source>
        <translation>“descr”中有一项不是名字加类型。</translation>
    </message>
    <message>
        <source>“%1” is an array of named values, which is not read.</source>
        <translation>“%1”是带名字的数值的数组，读不了。</translation>
    </message>
    <message>
        <source>values of NumPy&apos;s type “%1”; whole numbers or floats of 4 or 8 bytes were expected.</source>
        <translation>数值为 NumPy 类型“%1”，应为整数或 4、8 字节的浮点数。</translation>
    </message>
    <message>
        <source>numbers of both byte orders; one of them was expected.</source>
        <translation>两种字节序混用，应只用一种。</translation>
    </message>
    <message>
        <source>more than the %1 fields that a point may have.</source>
        <translation>字段多于一个点允许的 %1 个。</translation>
    </message>
    <message>
        <source>“shape” holds something that cannot be counted to.</source>
        <translation>“shape”中有一项不是可以数到的数。</translation>
    </message>
    <message>
        <source>“%1” ends after %2 of the %3 values that its header announces.</source>
        <translation>“%1”只有 %2 个数值，而文件头声明了 %3 个。</translation>
    </message>
    <message>
        <source>%1 does not hold these fields, which were left out: %2.</source>
        <translation>%1 存不下以下字段，未写出：%2。</translation>
    </message>
    <message>
        <source>“%1”: the columns were said without x, y and z, each once.</source>
        <translation>“%1”：指定的各列中，x、y、z 应各有一列。</translation>
    </message>
    <message>
        <source>The waveforms of the points were left out.</source>
        <translation>各点的波形没有写出。</translation>
    </message>
    <message>
        <source>The records behind the points were left out: %1.</source>
        <translation>点数据之后的记录没有写出：%1 条。</translation>
    </message>
    <message>
        <source>The records before the points (map projection, notes) were left out: %1.</source>
        <translation>点数据之前的记录（地图投影、说明）没有写出：%1 条。</translation>
    </message>
    <message>
        <source>Reading “%1” was given up.</source>
        <translation>已停止读取“%1”。</translation>
    </message>
</context>
<context>
    <name>Coco</name>
    <message>
        <source>Boxes and polygons show whole outlines, also what something in front of them hides.</source>
        <translation>框和多边形按完整轮廓给出，被前面物体遮挡的部分也算在内。</translation>
    </message>
    <message>
        <source>Frames without pictures, left out: %1.</source>
        <translation>没有图像、未导出的帧：%1。</translation>
    </message>
    <message>
        <source>Pictures that are not as large as their calibration says; boxes are the calibration&apos;s: %1.</source>
        <translation>大小与标定不符的图像（框按标定给出）：%1 张。</translation>
    </message>
    <message>
        <source>Objects outside a picture, or smaller than a pixel in it, left out there: %1.</source>
        <translation>不在图像内，或在其中不足一个像素而未写出的目标：%1 个。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Objects in no picture at all, which are lost: %1.</source>
        <translation>任何图像中都看不到、因而没有导出的目标：%1。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Simulates a street with its exact truth, laid out like KITTI</source>
        <translation>生成一段带精确真值的仿真街景，按 KITTI 目录结构存放</translation>
    </message>
    <message>
        <source>Says what a point cloud file holds</source>
        <translation>说明点云文件里有什么</translation>
    </message>
    <message>
        <source>Completes the object at the clicks; --batch FILE.json --json does many</source>
        <translation>补全打点处的目标；--batch FILE.json --json 批量处理</translation>
    </message>
    <message>
        <source>Writes a project&apos;s annotation as a dataset for training</source>
        <translation>把项目的标注导出为训练数据集</translation>
    </message>
    <message>
        <source>Adds a dataset&apos;s annotation to a project, as one edit</source>
        <translation>把数据集的标注并入项目，算作一次编辑</translation>
    </message>
    <message>
        <source>Lists the point cloud and dataset formats</source>
        <translation>列出点云格式和数据集格式</translation>
    </message>
    <message>
        <source>Measures Lunkuo and prints one JSON object</source>
        <translation>测速，输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>Drives the window through its main job and keeps a picture of each step</source>
        <translation>自动操作窗口走完主要流程，每步留一张截图</translation>
    </message>
    <message>
        <source>Clicks on every labelled object and compares what completion makes of it</source>
        <translation>在每个有标注的目标上打点，比较补全结果与标注</translation>
    </message>
    <message>
        <source>Writes a point cloud in the format that the file&apos;s name asks for</source>
        <translation>按文件名的格式写出点云</translation>
    </message>
    <message>
        <source>Makes a project of a folder of data, or of a ROS 2 bag, which is unpacked</source>
        <translation>用一个文件夹的数据新建项目；ROS 2 录包会先解包</translation>
    </message>
    <message>
        <source>Looks for mistakes in a project&apos;s annotation</source>
        <translation>查找项目里的标注错误</translation>
    </message>
    <message>
        <source>Says how well two annotations of the same frames agree</source>
        <translation>比较同一批帧的两份标注有多一致</translation>
    </message>
    <message>
        <source>Writes what was annotated, reviewed and rejected, for people</source>
        <translation>写出标注、质检和驳回情况的报告，供人阅读</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>lunkuo --help, lunkuo --version</source>
        <translation>lunkuo --help，lunkuo --version</translation>
    </message>
    <message>
        <source>There is no display to open a window on (DISPLAY is not set); “lunkuo --help” lists what works without one.</source>
        <translation>没有可用的显示器（未设置 DISPLAY），打不开窗口；“lunkuo --help”列出不需要显示器的命令。</translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a project nor data; “lunkuo --help” lists the commands.</source>
        <translation>“%1”不是命令，也不是项目或数据；“lunkuo --help”列出全部命令。</translation>
    </message>
    <message>
        <source>lunkuo [PROJECT|DATA]
    Opens the window on a project, on a folder of clouds or on a cloud.
lunkuo --sample
    Opens the window on the sample, which is simulated first.
lunkuo --read-only PROJECT
    Opens the window on a project to look at: nothing can be changed.</source>
        <translation>lunkuo [项目|数据]
    打开项目、点云文件夹或单个点云的窗口。
lunkuo --sample
    打开示例的窗口，首次会先生成仿真数据。
lunkuo --read-only 项目
    以只读方式打开项目的窗口：什么都不会被修改。</translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>“compare” takes a project and what to compare it with: lunkuo compare A B</source>
        <translation>“compare” 需要一个项目和与之比较的对象：lunkuo compare A B</translation>
    </message>
    <message>
        <source>“--iou” should be a number above 0 and up to 1, but it is “%1”.</source>
        <translation>“--iou” 应为大于 0、不超过 1 的数，但给出的是“%1”。</translation>
    </message>
</context>
<context>
    <name>CompareMenu</name>
    <message>
        <source>A&amp;greement and report</source>
        <translation>一致性与报告(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>与另一份标注比较(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B：%1</translation>
    </message>
</context>
<context>
    <name>ComparedLabels</name>
    <message>
        <source>The format “%1” can be exported only.</source>
        <translation>格式“%1”只能导出。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>There is no dataset format “%1”.</source>
        <translation>没有名为“%1”的数据集格式。</translation>
    </message>
    <message>
        <source>“%1” holds no annotation of the frames of this project. %2</source>
        <translation>“%1”里没有这个项目各帧的标注。%2</translation>
    </message>
</context>
<context>
    <name>CompleteCommand</name>
    <message>
        <source>“--%1 %2”: expected three numbers as x,y,z.</source>
        <translation>“--%1 %2”：应为三个数字 x,y,z。</translation>
    </message>
    <message>
        <source>“complete” takes one cloud and at least one “--click x,y,z”, or “--batch FILE”.</source>
        <translation>“complete”要一个点云和至少一个“--click x,y,z”，或“--batch 文件”。</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Yaw</source>
        <translation>航向角</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>底面轮廓</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>侧面轮廓</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>frame %1, click %2</source>
        <translation>整帧 %1，打点 %2</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1”读不出：%2。</translation>
    </message>
    <message>
        <source>“%1” is no JSON list of requests: %2.</source>
        <translation>“%1”不是 JSON 请求列表：%2。</translation>
    </message>
    <message>
        <source>it holds an object</source>
        <translation>里面是一个对象</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1，在第 %2 字节</translation>
    </message>
    <message>
        <source>With “--batch” clouds and clicks are in the file.</source>
        <translation>使用“--batch”时，点云和打点都写在文件里。</translation>
    </message>
</context>
<context>
    <name>CompleteTool</name>
    <message>
        <source>Choose a class first: keys 1–9</source>
        <translation>先选类别：数字键 1–9</translation>
    </message>
    <message>
        <source>Complete %1</source>
        <translation>补全%1</translation>
    </message>
    <message>
        <source>Click a point of a %1 · keys 1–9 choose the class</source>
        <translation>在%1上点一下 · 1–9 选类别</translation>
    </message>
    <message>
        <source>Click adds a missed part, away from it starts the next · Alt+click: not this object · Backspace takes back · Enter accepts · Escape drops</source>
        <translation>再点补上漏掉的部分，点别处开始下一个 · Alt+点：不是这个目标 · Backspace 收回 · Enter 接受 · Esc 放弃</translation>
    </message>
    <message>
        <source>Box %1 of %2, Tab shows the next · Click adds a missed part, away from it starts the next · Alt+click: not this object · Backspace takes back · Enter accepts · Escape drops</source>
        <translation>第 %1 个框，共 %2 个，Tab 换下一个 · 单击补上漏掉的部分，点别处开始下一个 · Alt+单击：不属于该目标 · Backspace 撤回一步 · Enter 确认 · Esc 放弃</translation>
    </message>
    <message>
        <source>There is no point here: click a point of the object.</source>
        <translation>此处没有点：请点击目标上的点。</translation>
    </message>
    <message>
        <source>Click a point of %1 to go on with it in this frame · Escape: it is another object</source>
        <translation>点击 %1 上的点，让它在这一帧继续 · Esc：是另一个目标</translation>
    </message>
    <message>
        <source>%1 goes on here · Enter accepts · Shift+Enter makes a new object · Tab shows another box · Escape drops</source>
        <translation>%1 在这一帧继续 · Enter 接受 · Shift+Enter 新建目标 · Tab 换一个框 · Esc 放弃</translation>
    </message>
</context>
<context>
    <name>Completer</name>
    <message>
        <source>Click on a point of the object first.</source>
        <translation>请先在目标上点一个点。</translation>
    </message>
    <message>
        <source>Nothing stands on the ground at the click: click on a point of the object.</source>
        <translation>打点处的地面上没有东西：请点在目标的点上。</translation>
    </message>
    <message>
        <source>No object can be made out here: there are too few points above the ground.</source>
        <translation>这里认不出目标：地面以上的点太少。</translation>
    </message>
    <message>
        <source>No object can be made out here: there are only %1 points above the ground.</source>
        <translation>这里认不出目标：地面以上只有 %1 个点。</translation>
    </message>
    <message>
        <source>The box is too large to be that of an object.</source>
        <translation>框太大，不可能是一个目标。</translation>
    </message>
    <message>
        <source>There are only %1 points of an object in the box.</source>
        <translation>框内属于目标的点只有 %1 个。</translation>
    </message>
    <message>
        <source>What stands at the click is too high and too long: a wall, a hedge or a building.</source>
        <translation>单击处的物体太高太长：应是墙、树篱或建筑物。</translation>
    </message>
    <message>
        <source>What stands at the click is too high and too thin: a pole or a trunk.</source>
        <translation>单击处的物体太高太细：应是杆子或树干。</translation>
    </message>
    <message>
        <source>There are too few points in the box: move it onto the object first.</source>
        <translation>框内的点太少：请先把框移到目标上。</translation>
    </message>
    <message>
        <source>In none of its frames are there enough points of the object.</source>
        <translation>在它的所有帧里，目标上的点都太少。</translation>
    </message>
    <message>
        <source>Completing was cancelled.</source>
        <translation>补全已取消。</translation>
    </message>
    <message>
        <source>The object is in no frame.</source>
        <translation>这个目标不在任何一帧里。</translation>
    </message>
    <message>
        <source>The completion was given up.</source>
        <translation>已停止补全。</translation>
    </message>
</context>
<context>
    <name>CompletionPairs</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Objects without a completed surface, left out: %1.</source>
        <translation>没有补全表面、未导出的目标：%1 个。</translation>
    </message>
    <message>
        <source>Objects without a point in their cuboid, left out: %1.</source>
        <translation>立方框内没有点、未导出的目标：%1 个。</translation>
    </message>
</context>
<context>
    <name>CompletionRequest</name>
    <message>
        <source>“%1” of the request must be %2.</source>
        <translation>请求里的“%1”必须是%2。</translation>
    </message>
    <message>
        <source>There is no class “%1”; known are %2.</source>
        <translation>没有类别“%1”，可用的有：%2。</translation>
    </message>
    <message>
        <source>A request must be an object with “cloud” and “clicks”.</source>
        <translation>请求必须是含“cloud”和“clicks”的对象。</translation>
    </message>
    <message>
        <source>the path of a point cloud</source>
        <translation>点云的路径</translation>
    </message>
    <message>
        <source>a list of at least one [x, y, z]</source>
        <translation>至少含一个 [x, y, z] 的列表</translation>
    </message>
    <message>
        <source>a list of [x, y, z]</source>
        <translation>[x, y, z] 的列表</translation>
    </message>
</context>
<context>
    <name>Convert</name>
    <message>
        <source>“%1” has several frames called “%2”.</source>
        <translation>“%1”中有多个帧叫“%2”。</translation>
    </message>
    <message>
        <source>“%1” has no frame “%2”; a name or a number from 1 to %3 was expected.</source>
        <translation>“%1”中没有帧“%2”，应为帧名或 1 到 %3 的序号。</translation>
    </message>
    <message>
        <source>“--labels %1”: a project and the frame&apos;s name, PROJECT:FRAME, were expected.</source>
        <translation>“--labels %1”：应为项目和帧名，即 项目:帧。</translation>
    </message>
    <message>
        <source>Label %1 is “%2”: %3 points.</source>
        <translation>标签 %1 为“%2”：%3 个点。</translation>
    </message>
    <message>
        <source>“convert” takes the cloud to read and the file to write.</source>
        <translation>“convert”要一个输入点云和一个输出文件。</translation>
    </message>
    <message>
        <source>“%1” exists already; --replace writes over it.</source>
        <translation>“%1”已存在；用 --replace 覆盖。</translation>
    </message>
    <message>
        <source>“%1”: %2 points</source>
        <translation>“%1”：%2 个点</translation>
    </message>
    <message>
        <source>The cloud&apos;s own “%1” was replaced; points that had one: %2.</source>
        <translation>点云自带的“%1”已被替换；原来有值的点：%2 个。</translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>“%1”, line %2: a quote is not closed.</source>
        <translation>“%1”第 %2 行：引号没有闭合。</translation>
    </message>
    <message>
        <source>“%1”, line %2: %3 values were expected, but there are %4.</source>
        <translation>“%1”第 %2 行：应有 %3 个值，却有 %4 个。</translation>
    </message>
</context>
<context>
    <name>CuboidCsvExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>Frames counted at 10 Hz, because not all of their sequence have a time of their own: %1.</source>
        <translation>按 10 Hz 计时的帧（所在序列并非每帧都有自己的时间）：%1。</translation>
    </message>
    <message>
        <source>Frames whose cloud cannot be read, so that num_interior_pts is -1: %1.</source>
        <translation>点云读不出、num_interior_pts 记为 -1 的帧：%1。</translation>
    </message>
</context>
<context>
    <name>CuboidCsvImport</name>
    <message>
        <source>“%1”, line 1: the column “%2” is missing.</source>
        <translation>“%1”第 1 行：缺少列“%2”。</translation>
    </message>
    <message>
        <source>“%1”, line %2: a number was expected as “%3”.</source>
        <translation>“%1”第 %2 行：“%3”应为数字。</translation>
    </message>
    <message>
        <source>“%1” holds no “%2”.</source>
        <translation>“%1”里没有“%2”。</translation>
    </message>
</context>
<context>
    <name>DataLayout</name>
    <message>
        <source>There is no sequence “%1”; there are: %2.</source>
        <translation>没有序列“%1”，只有：%2。</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>打开已取消。</translation>
    </message>
    <message>
        <source>The dataset has no sequences.</source>
        <translation>数据集里没有序列。</translation>
    </message>
</context>
<context>
    <name>DatasetFolder</name>
    <message>
        <source>“%1” is not a folder, so it is not replaced.</source>
        <translation>“%1”不是文件夹，不会被替换。</translation>
    </message>
    <message>
        <source>“%1” holds “%2”, which belongs to no exported dataset, so it is not replaced.</source>
        <translation>“%1”里有“%2”，不属于导出的数据集，不会被替换。</translation>
    </message>
    <message>
        <source>“%1” holds the project&apos;s own data (“%2”), so it is not replaced.</source>
        <translation>“%1”里有项目自己的数据（“%2”），不会被替换。</translation>
    </message>
    <message>
        <source>“%1” exists already; choose another folder or have it replaced.</source>
        <translation>“%1”已存在，请换一个文件夹或选择替换。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>无法建立文件夹“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1”无法写入：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>“%1”读不出。</translation>
    </message>
    <message>
        <source>“%1” cannot be copied to “%2”: %3.</source>
        <translation>“%1”无法复制到“%2”：%3。</translation>
    </message>
    <message>
        <source>“%1” cannot be moved out of the way.</source>
        <translation>“%1”无法移开。</translation>
    </message>
    <message>
        <source>“%1” cannot be renamed to “%2”.</source>
        <translation>“%1”无法改名为“%2”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written to the disk.</source>
        <translation>“%1”无法写入磁盘。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>“%1” is no name of a file inside a dataset.</source>
        <translation>“%1”不能作为数据集里的文件名。</translation>
    </message>
    <message>
        <source>“%1” would be in the dataset twice.</source>
        <translation>“%1”在数据集里会出现两次。</translation>
    </message>
    <message>
        <source>Files that could not be linked, as those on another disk, and were copied: %1 (%2).</source>
        <translation>无法链接（例如在别的磁盘上）而改为复制的文件：%1 个（%2）。</translation>
    </message>
</context>
<context>
    <name>DatasetFormat</name>
    <message>
        <source>Nothing was imported, because not all of it could be taken. %1</source>
        <translation>没有导入任何内容，因为有些内容读不进来。%1</translation>
    </message>
    <message>
        <source>The scores were taken as per cent: %1.</source>
        <translation>分数按百分数理解：%1 个。</translation>
    </message>
    <message>
        <source>The scores are not all between 0 and 1 and were taken as log-odds: %1.</source>
        <translation>分数不全在 0 到 1 之间，按对数几率理解：%1 个。</translation>
    </message>
    <message>
        <source>Finds without a score, which count as sure: %1.</source>
        <translation>没有分数、视为确定的检测结果：%1 个。</translation>
    </message>
    <message>
        <source>Pre-labels do not keep which boxes are one object: boxes %1, objects %2.</source>
        <translation>预标注不保留哪些框属于同一目标：框 %1 个，目标 %2 个。</translation>
    </message>
    <message>
        <source>Pre-labels do not keep attributes; values left out: %1.</source>
        <translation>预标注不保留属性，略去的属性值：%1 个。</translation>
    </message>
    <message>
        <source>Import %1 pre-labels (%2)</source>
        <translation>导入 %1 个预标注框（%2）</translation>
    </message>
    <message>
        <source>Pre-labels that were there already and are not there twice: %1.</source>
        <translation>已有、没有重复加入的预标注：%1 个。</translation>
    </message>
    <message>
        <source>Of these, pre-labels that have another score now: %1.</source>
        <translation>其中分数已更新的：%1 个。</translation>
    </message>
</context>
<context>
    <name>DatumaroExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Datumaro and CVAT round positions, sizes and angles to two decimals when they read them; the file itself has all digits.</source>
        <translation>Datumaro 和 CVAT 读入时会把位置、尺寸和角度舍入到两位小数；文件本身保留全部位数。</translation>
    </message>
    <message>
        <source>Values of attributes that are called “%1” or “%2”, which CVAT keeps for itself, left out: %3.</source>
        <translation>属性名为“%1”或“%2”（CVAT 自己占用）、未导出的属性值：%3 个。</translation>
    </message>
</context>
<context>
    <name>DatumaroImport</name>
    <message>
        <source>“%1” holds no Datumaro dataset: “annotations/*.json” was expected.</source>
        <translation>“%1”里没有 Datumaro 数据集：应有“annotations/*.json”。</translation>
    </message>
    <message>
        <source>“%1”, item “%2”, annotation %3</source>
        <translation>“%1”，条目“%2”，标注 %3</translation>
    </message>
    <message>
        <source>Annotations of “%1” that are no cuboids, left out: %2.</source>
        <translation>“%1”里不是立方框、未采用的标注：%2 个。</translation>
    </message>
    <message>
        <source>%1: three numbers each for position, rotation and scale were expected.</source>
        <translation>%1：position、rotation 和 scale 应各有三个数字。</translation>
    </message>
    <message>
        <source>%1: a label_id from 0 to %2 was expected.</source>
        <translation>%1：label_id 应为 0 到 %2。</translation>
    </message>
    <message>
        <source>“%1” is no Datumaro file: it has no list “items”.</source>
        <translation>“%1”不是 Datumaro 文件：没有列表“items”。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>What is half made in “%1” could not be saved, so that project stays open. Escape drops it.</source>
        <translation>“%1”里有没做完的内容未能保存，因此该项目仍然打开。按 Esc 可放弃这些内容。</translation>
    </message>
    <message>
        <source>“%1” is no longer being written. Open it once more to change it.</source>
        <translation>“%1”已没有别人在写。再打开一次即可修改。</translation>
    </message>
    <message>
        <source>“%1” is free now: it can be changed.</source>
        <translation>“%1”已可写，现在可以修改。</translation>
    </message>
    <message>
        <source>“%1” was not opened: another project is just being opened.</source>
        <translation>“%1”没有打开：正在打开另一个项目。</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>正在打开“%1”……</translation>
    </message>
    <message>
        <source>“%1” was not opened: that was called off.</source>
        <translation>“%1”没有打开：已取消。</translation>
    </message>
</context>
<context>
    <name>Disagreement</name>
    <message>
        <source>missing in A</source>
        <translation>A 漏标</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>仅 A 有</translation>
    </message>
    <message>
        <source>boxes apart</source>
        <translation>立方框错开</translation>
    </message>
    <message>
        <source>box differs</source>
        <translation>立方框不同</translation>
    </message>
    <message>
        <source>heading reversed</source>
        <translation>朝向相反</translation>
    </message>
    <message>
        <source>heading differs</source>
        <translation>朝向不同</translation>
    </message>
    <message>
        <source>class differs</source>
        <translation>类别不同</translation>
    </message>
    <message>
        <source>attribute differs</source>
        <translation>属性不同</translation>
    </message>
    <message>
        <source>identity switch</source>
        <translation>目标串号</translation>
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
        <source>%1 of %2: A says “%3”, B says “%4”.</source>
        <translation>%2 的“%1”：A 填“%3”，B 填“%4”。</translation>
    </message>
    <message>
        <source>%1 of B is missing in A.</source>
        <translation>B 的%1 在 A 中漏标。</translation>
    </message>
    <message>
        <source>%1 of A is not in B.</source>
        <translation>A 的%1 在 B 中没有。</translation>
    </message>
    <message>
        <source>%1 of A and %2 of B overlap by only %3 % seen from above.</source>
        <translation>A 的%1 与 B 的%2 俯视只重叠 %3 %。</translation>
    </message>
    <message>
        <source>The boxes of %1 overlap by %2 % seen from above.</source>
        <translation>%1 的两个立方框俯视重叠 %2 %。</translation>
    </message>
    <message>
        <source>%1 looks the other way in B.</source>
        <translation>%1 在 B 中朝向相反。</translation>
    </message>
    <message>
        <source>The heading of %1 differs by %2°.</source>
        <translation>%1 的朝向相差 %2°。</translation>
    </message>
    <message>
        <source>%1 of A is %2 in B.</source>
        <translation>A 的%1 在 B 中是%2。</translation>
    </message>
    <message>
        <source>%1 of B was %2 in A and goes on as %3.</source>
        <translation>B 的%1 在 A 中原为%2，从这里起变成了%3。</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>The edit holds an empty change; nothing was changed.</source>
        <translation>这次编辑含有空改动，什么也没改。</translation>
    </message>
    <message>
        <source>The edit changes an id; nothing was changed.</source>
        <translation>这次编辑改动了编号，什么也没改。</translation>
    </message>
    <message>
        <source>The edit names no id; nothing was changed.</source>
        <translation>这次编辑没有编号，什么也没改。</translation>
    </message>
    <message>
        <source>The edit does not start from what the project holds; nothing was changed.</source>
        <translation>这次编辑与项目现状不符，什么也没改。</translation>
    </message>
    <message>
        <source>A cuboid needs finite numbers and a size above zero; nothing was changed.</source>
        <translation>立方框的数字必须有限、尺寸必须大于零，什么也没改。</translation>
    </message>
    <message>
        <source>A shape needs its track and its frame; nothing was changed.</source>
        <translation>标注形状必须有目标和帧，什么也没改。</translation>
    </message>
    <message>
        <source>The object has a shape in this frame already; nothing was changed.</source>
        <translation>该目标在这一帧已有标注，什么也没改。</translation>
    </message>
    <message>
        <source>“%1 %2” is locked: unlock it before it is changed.</source>
        <translation>“%1 %2”已锁定，请先解锁再修改。</translation>
    </message>
    <message>
        <source>The number of an object goes from 0 to %1; nothing was changed.</source>
        <translation>目标编号的范围是 0 到 %1；未作任何修改。</translation>
    </message>
    <message>
        <source>A verdict needs a state, a reason and finite numbers; nothing was changed.</source>
        <translation>结论要有状态、原因和有限的数值；没有做任何修改。</translation>
    </message>
    <message>
        <source>A verdict needs what it is about; nothing was changed.</source>
        <translation>结论所针对的内容必须存在；没有做任何修改。</translation>
    </message>
    <message>
        <source>There is a verdict about this already; nothing was changed.</source>
        <translation>这里已经有结论了；没有做任何修改。</translation>
    </message>
    <message>
        <source>A waiver needs a finding; nothing was changed.</source>
        <translation>豁免必须针对一个检查项；没有做任何修改。</translation>
    </message>
    <message>
        <source>There is no check “%1”; nothing was changed.</source>
        <translation>没有名为“%1”的检查；没有做任何修改。</translation>
    </message>
    <message>
        <source>The check “%1” cannot go by “%2” = %3; nothing was changed.</source>
        <translation>检查“%1”不能采用“%2” = %3；没有做任何修改。</translation>
    </message>
</context>
<context>
    <name>DraftLayer</name>
    <message>
        <source>%1 · confidence %2 %</source>
        <translation>%1 · 置信度 %2 %</translation>
    </message>
    <message>
        <source>%1 · by hand</source>
        <translation>%1 · 手工</translation>
    </message>
    <message>
        <source>%1 · %2 × %3 m</source>
        <translation>%1 · %2 × %3 米</translation>
    </message>
</context>
<context>
    <name>DrawTool</name>
    <message>
        <source>Choose a class first: keys 1–9</source>
        <translation>先选类别：数字键 1–9</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>绘制%1</translation>
    </message>
    <message>
        <source>Let go at the front · with Ctrl it is fitted to the points</source>
        <translation>在车头处松开 · 按住 Ctrl 时贴合到点</translation>
    </message>
    <message>
        <source>Drag over the ground from the rear to the front of a %1, or click both ends of one side and then the other side</source>
        <translation>在地面上从%1的尾部拖到头部；或依次点一侧的尾端、头端，再点另一侧</translation>
    </message>
    <message>
        <source>Click the front end of this side · Backspace takes back · Escape drops</source>
        <translation>点这一侧的头端 · Backspace 撤回 · Esc 放弃</translation>
    </message>
    <message>
        <source>Click the other side · with Ctrl it is fitted to the points · Enter takes the usual width</source>
        <translation>点另一侧 · 按住 Ctrl 时贴合到点 · Enter 采用常用宽度</translation>
    </message>
    <message>
        <source>%1 goes on here · with Ctrl it is fitted to the points · with Shift it is a new object</source>
        <translation>%1 在这一帧继续 · 按住 Ctrl 贴合点云 · 按住 Shift 新建目标</translation>
    </message>
    <message>
        <source>Click or Enter keeps it as it is now · Backspace takes back · Escape drops</source>
        <translation>单击或 Enter 保留现在的样子 · Backspace 撤回 · Esc 放弃</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Delete object</source>
        <translation>删除目标</translation>
    </message>
    <message>
        <source>Drop what is half made</source>
        <translation>放弃未完成的操作</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Select all objects of the frame</source>
        <translation>全选本帧目标</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste at the cursor</source>
        <translation>粘贴到光标处</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>就近复制一份</translation>
    </message>
    <message>
        <source>That was in this frame: %1</source>
        <translation>改动在这一帧：%1</translation>
    </message>
    <message>
        <source>Undo: Dismiss a suggestion</source>
        <translation>撤销：忽略建议</translation>
    </message>
    <message>
        <source>Take back the last click</source>
        <translation>收回上一次打点</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Nothing has been copied yet.</source>
        <translation>还没有复制任何目标。</translation>
    </message>
    <message>
        <source>Undone: “%1”. Boxes: %2. %3 does it again.</source>
        <translation>已撤销“%1”，涉及 %2 个框。按 %3 重做。</translation>
    </message>
    <message>
        <source>Done again: “%1”. Boxes: %2. %3 undoes it.</source>
        <translation>已重做“%1”，涉及 %2 个框。按 %3 撤销。</translation>
    </message>
    <message>
        <source>Undone: “%1”.</source>
        <translation>已撤销“%1”。</translation>
    </message>
    <message>
        <source>Done again: “%1”.</source>
        <translation>已重做“%1”。</translation>
    </message>
</context>
<context>
    <name>EvaluateCommand</name>
    <message>
        <source>“--%1” should be a number from %2 to %3, but it is “%4”.</source>
        <translation>“--%1”应为 %2 到 %3 之间的数，但给出的是“%4”。</translation>
    </message>
    <message>
        <source>“--prior” should be “learnt”, “default” or “both”, but it is “%1”.</source>
        <translation>“--prior”应为“learnt”、“default”或“both”，但给出的是“%1”。</translation>
    </message>
    <message>
        <source>“evaluate” takes at least one folder with labelled frames.</source>
        <translation>“evaluate”至少需要一个含有标注帧的文件夹。</translation>
    </message>
    <message>
        <source>“--worst” needs “--pictures DIR”, where the pictures go.</source>
        <translation>“--worst”需要“--pictures DIR”来指定图片存放处。</translation>
    </message>
    <message>
        <source>No labelled object of these classes has at least %1 points.</source>
        <translation>这些类别中没有点数达到 %1 的标注目标。</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>There are no labelled frames.</source>
        <translation>没有标注帧。</translation>
    </message>
</context>
<context>
    <name>EvaluationPictures</name>
    <message>
        <source>sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>%1 points, %2 m away</source>
        <translation>%1 个点，距离 %2 米</translation>
    </message>
    <message>
        <source>labelled: %1</source>
        <translation>标注：%1</translation>
    </message>
    <message>
        <source>prior: %1 × %2 × %3 m</source>
        <translation>先验：%1 × %2 × %3 米</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>BEV %1, 3D %2</source>
        <translation>BEV %1，3D %2</translation>
    </message>
    <message>
        <source>yaw off by %1°, front %2</source>
        <translation>航向误差 %1°，车头%2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>centre off by %1 m, bottom by %2 m</source>
        <translation>中心误差 %1 米，底面误差 %2 米</translation>
    </message>
    <message>
        <source>within 10 cm %1 %, 20 cm %2 %; precision %3 %, recall %4 %</source>
        <translation>10 厘米内 %1 %，20 厘米内 %2 %；精确率 %3 %，召回率 %4 %</translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>its points</source>
        <translation>目标的点</translation>
    </message>
    <message>
        <source>alternatives</source>
        <translation>备选框</translation>
    </message>
    <message>
        <source>The folder “%1” for the pictures cannot be made.</source>
        <translation>无法建立图片文件夹“%1”。</translation>
    </message>
    <message>
        <source>The picture “%1” cannot be written.</source>
        <translation>无法写入图片“%1”。</translation>
    </message>
</context>
<context>
    <name>EvaluationReport</name>
    <message>
        <source>all vehicles</source>
        <translation>全部车辆</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>points</source>
        <translation>个点</translation>
    </message>
    <message>
        <source>each object once</source>
        <translation>每个目标只计一次</translation>
    </message>
</context>
<context>
    <name>EvaluationTable</name>
    <message>
        <source>BEV</source>
        <translation>BEV</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>yaw°</source>
        <translation>航向°</translation>
    </message>
    <message>
        <source>front</source>
        <translation>车头</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒答</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>底面</translation>
    </message>
    <message>
        <source>prec</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>可信</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>For comparison: points that hang together with the click, rectangle of least area</source>
        <translation>对照：与打点相连的点，最小面积矩形</translation>
    </message>
    <message>
        <source>For comparison: points that hang together with the click, L-shape by closeness</source>
        <translation>对照：与打点相连的点，按贴近度的 L 形</translation>
    </message>
    <message>
        <source>size prior learnt from the other objects of the recording</source>
        <translation>尺寸先验由同一段数据的其他目标学得</translation>
    </message>
    <message>
        <source>the taxonomy&apos;s size prior</source>
        <translation>尺寸先验取自标签体系</translation>
    </message>
    <message>
        <source>At most one more click or Tab, %1</source>
        <translation>至多再打一个点或按一次 Tab，%1</translation>
    </message>
    <message>
        <source>At most one more click, Tab or dragged face, %1</source>
        <translation>至多再打一个点、按一次 Tab 或拖一个面，%1</translation>
    </message>
    <message>
        <source>One click, %1</source>
        <translation>打一个点，%1</translation>
    </message>
    <message>
        <source>Actions: none %1, added click %2, “not this” %3, alternative %4, face dragged %5</source>
        <translation>操作：无 %1，补打点 %2，“不属于” %3，换备选框 %4，拖面 %5</translation>
    </message>
    <message>
        <source>Preparing a frame: median %1 ms, p95 %2 ms (%3 frames, %4 points at the median)</source>
        <translation>每帧预处理：中位数 %1 毫秒，p95 %2 毫秒（%3 帧，点数中位数 %4）</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>There is no dataset format “%1”; “lunkuo formats” lists them.</source>
        <translation>没有数据集格式“%1”；“lunkuo formats”列出全部格式。</translation>
    </message>
    <message>
        <source>a number from %1 on</source>
        <translation>不小于 %1 的数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a range of frames as in 1-100</source>
        <translation>帧的范围，如 1-100</translation>
    </message>
    <message>
        <source>“--%1 %2”: %3 was expected.</source>
        <translation>“--%1 %2”：应为%3。</translation>
    </message>
    <message>
        <source>Sequences: %1, frames: %2, objects: %3, boxes: %4</source>
        <translation>序列：%1，帧：%2，目标：%3，框：%4</translation>
    </message>
    <message>
        <source>  %1: frames %2, boxes %3</source>
        <translation>  %1：帧 %2，框 %3</translation>
    </message>
    <message>
        <source>About %1 of labels and %2 of clouds and pictures%3.</source>
        <translation>标注约 %1，点云和图像约 %2%3。</translation>
    </message>
    <message>
        <source>, linked where possible</source>
        <translation>，尽量用链接</translation>
    </message>
    <message>
        <source>“export” takes a project, a format and a folder: lunkuo export PROJECT --format %1 --out DIR; “lunkuo --help” lists what else it takes.</source>
        <translation>“export”要一个项目、一种格式和一个文件夹：lunkuo export 项目 --format %1 --out 目录；“lunkuo --help”列出其他选项。</translation>
    </message>
    <message>
        <source>Sequences: %1, frames: %2, objects: %3, boxes: %4 at most</source>
        <translation>序列：%1，帧：%2，目标：%3，框：最多 %4</translation>
    </message>
    <message>
        <source>“--openpcdet-boxes” is for the formats of KITTI, whose boxes stand in the camera&apos;s frame.</source>
        <translation>“--openpcdet-boxes”只用于 KITTI 系列格式，它们的框在相机坐标系里。</translation>
    </message>
    <message>
        <source>Exported %1 frames with %2 boxes to “%3”.</source>
        <translation>已把 %1 帧、%2 个框导出到“%3”。</translation>
    </message>
    <message>
        <source>“--accepted %1”: frames, objects or whole-frames was expected.</source>
        <translation>“--accepted %1”：应为 frames、objects 或 whole-frames。</translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>The selection leaves no frame to export.</source>
        <translation>按所选条件没有可导出的帧。</translation>
    </message>
    <message>
        <source>Classes that differ only in upper and lower case, which many tools take for one: %1.</source>
        <translation>只有大小写不同的类别，许多工具会当成同一个：%1。</translation>
    </message>
    <message>
        <source>The format does not say what frames are for, so the sequence was not cut.</source>
        <translation>该格式不记录帧的用途，因此没有切分序列。</translation>
    </message>
    <message>
        <source>What shows only while files are written, as missing pictures and objects outside the pictures, is told after the export.</source>
        <translation>只有写文件时才能发现的情况（例如缺失的图像、落在图像之外的目标）在导出后说明。</translation>
    </message>
</context>
<context>
    <name>ExportSelection</name>
    <message>
        <source>Frames outside the range, left out: %1.</source>
        <translation>不在范围内、未导出的帧：%1。</translation>
    </message>
    <message>
        <source>Frames that are not finished, left out: %1.</source>
        <translation>未完成、未导出的帧：%1。</translation>
    </message>
    <message>
        <source>Frames between training, validation and test, left out: %1.</source>
        <translation>位于训练、验证和测试之间、未导出的帧：%1。</translation>
    </message>
    <message>
        <source>Boxes of classes that are not exported: %1.</source>
        <translation>类别不导出的框：%1 个。</translation>
    </message>
    <message>
        <source>Boxes too far from the sensor, left out: %1.</source>
        <translation>离传感器太远、未导出的框：%1 个。</translation>
    </message>
    <message>
        <source>Boxes with too few points, left out: %1.</source>
        <translation>点数太少、未导出的框：%1 个。</translation>
    </message>
    <message>
        <source>Frames that no reviewer has accepted, left out: %1.</source>
        <translation>没有质检通过、不导出的帧：%1 帧。</translation>
    </message>
    <message>
        <source>Boxes that no reviewer has accepted, left out: %1.</source>
        <translation>没有质检通过、不导出的框：%1 个。</translation>
    </message>
    <message>
        <source>Frames whose annotation goes out incomplete, because some of their boxes are not accepted: %1. Training takes the missing objects for background. The choice “Only frames that are wholly accepted” leaves such frames out.</source>
        <translation>有框未通过质检、因而标注不完整的帧：%1 帧。训练时缺少的目标会被当成背景，不宜直接训练；选择“只导出全部通过的帧”可以排除这些帧。</translation>
    </message>
</context>
<context>
    <name>FileHashes</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1”读不出：%2。</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New project from data…</source>
        <translation>用数据新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Import annotation…</source>
        <translation>导入标注…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Projects (*.lunkuo)</source>
        <translation>项目 (*.lunkuo)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>A copy was saved as “%1”.</source>
        <translation>副本已保存为“%1”。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Open read-only…</source>
        <translation>只读打开…</translation>
    </message>
    <message>
        <source>Open a project read-only</source>
        <translation>只读打开项目</translation>
    </message>
</context>
<context>
    <name>FindingBoard</name>
    <message>
        <source>There is nothing that one key could do about this.</source>
        <translation>这一项不能一键修正。</translation>
    </message>
    <message>
        <source>No finding is chosen.</source>
        <translation>没有选中检查项。</translation>
    </message>
    <message>
        <source>A finding is waived with a reason.</source>
        <translation>豁免检查项必须写明理由。</translation>
    </message>
    <message>
        <source>Waive: %1</source>
        <translation>豁免：%1</translation>
    </message>
    <message>
        <source>Take back a waiver: %1</source>
        <translation>收回豁免：%1</translation>
    </message>
    <message>
        <source>Waived by %1: %2</source>
        <translation>%1 已豁免：%2</translation>
    </message>
</context>
<context>
    <name>FindingsMenu</name>
    <message>
        <source>&amp;Checks</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个检查项</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一个检查项</translation>
    </message>
    <message>
        <source>Mend what was found</source>
        <translation>一键修正</translation>
    </message>
    <message>
        <source>Waive the finding…</source>
        <translation>豁免检查项…</translation>
    </message>
    <message>
        <source>Take the waiver back</source>
        <translation>收回豁免</translation>
    </message>
    <message>
        <source>Check in the background</source>
        <translation>后台检查</translation>
    </message>
    <message>
        <source>Check everything again</source>
        <translation>全部重新检查</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>修正：%1</translation>
    </message>
    <message>
        <source>There is no finding.</source>
        <translation>没有检查项。</translation>
    </message>
    <message>
        <source>Go to a finding first for which there is that.</source>
        <translation>请先跳到一个可以这样处理的检查项。</translation>
    </message>
    <message>
        <source>Settings of this check…</source>
        <translation>这项检查的规则…</translation>
    </message>
    <message>
        <source>Go to a finding first.</source>
        <translation>请先跳到一个检查项。</translation>
    </message>
    <message>
        <source>Settings of the checks…</source>
        <translation>检查规则…</translation>
    </message>
    <message>
        <source>No one key can mend this finding: it is mended by hand, or waived with a reason.</source>
        <translation>这个检查项不能一键修正：请手动修改，或写明原因后豁免。</translation>
    </message>
    <message>
        <source>This has been mended; the checks are looking at it again.</source>
        <translation>已经修正，正在重新检查。</translation>
    </message>
</context>
<context>
    <name>FitActions</name>
    <message>
        <source>Fit %1 to points</source>
        <translation>将%1贴合到点</translation>
    </message>
    <message>
        <source>Shrink %1 to points</source>
        <translation>将%1收缩到点</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>解除%1的固定</translation>
    </message>
    <message>
        <source>front</source>
        <translation>前面</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>后面</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>左侧面</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>右侧面</translation>
    </message>
    <message>
        <source>top</source>
        <translation>顶面</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>底面</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>航向</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Shrink %1 to points: %2</source>
        <translation>将%1收缩到点：%2</translation>
    </message>
    <message>
        <source>%1 of %2 objects stay as they are. %3</source>
        <translation>%2 个目标中有 %1 个保持不变。%3</translation>
    </message>
</context>
<context>
    <name>Fixes</name>
    <message>
        <source>Delete the box</source>
        <translation>删除这个框</translation>
    </message>
    <message>
        <source>Draw the box in to its points</source>
        <translation>把框收缩到点上</translation>
    </message>
    <message>
        <source>Fit the box to its points</source>
        <translation>把框贴合到点上</translation>
    </message>
    <message>
        <source>Put the box on the ground</source>
        <translation>把框放到地面</translation>
    </message>
    <message>
        <source>Turn it round in all frames</source>
        <translation>所有帧里掉头</translation>
    </message>
    <message>
        <source>Turn it round</source>
        <translation>掉头</translation>
    </message>
    <message>
        <source>Put the box as the other frames say</source>
        <translation>按其他帧摆放这个框</translation>
    </message>
    <message>
        <source>Add the box in this frame</source>
        <translation>在这一帧补上框</translation>
    </message>
    <message>
        <source>Merge the two objects</source>
        <translation>合并两个目标</translation>
    </message>
    <message>
        <source>Exchange the two from here on</source>
        <translation>从这里起互换两个目标</translation>
    </message>
    <message>
        <source>Make it a %1</source>
        <translation>改为%1</translation>
    </message>
    <message>
        <source>Answer as in the nearest frame</source>
        <translation>按最近一帧填写</translation>
    </message>
    <message>
        <source>Answer “%1”</source>
        <translation>改填“%1”</translation>
    </message>
    <message>
        <source>Annotate a %1</source>
        <translation>标注为%1</translation>
    </message>
    <message>
        <source>Fit the outline to the box</source>
        <translation>把轮廓贴合到框</translation>
    </message>
    <message>
        <source>There is nothing that one key could do about this.</source>
        <translation>这一项不能一键修正。</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>修正：%1</translation>
    </message>
</context>
<context>
    <name>FormatNames</name>
    <message>
        <source>KITTI raw tracklets</source>
        <translation>KITTI raw（tracklet）</translation>
    </message>
    <message>
        <source>Supervisely episodes</source>
        <translation>Supervisely 点云序列</translation>
    </message>
    <message>
        <source>CSV of cuboids</source>
        <translation>CSV 立方框表</translation>
    </message>
    <message>
        <source>COCO of the pictures</source>
        <translation>COCO（图像上的二维框）</translation>
    </message>
    <message>
        <source>Completion pairs</source>
        <translation>补全训练对</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>“formats” takes nothing but --json.</source>
        <translation>“formats”只接受 --json。</translation>
    </message>
    <message>
        <source>Point clouds that are read:</source>
        <translation>可读取的点云：</translation>
    </message>
    <message>
        <source>Datasets that are exported and imported:</source>
        <translation>可导出和导入的数据集：</translation>
    </message>
    <message>
        <source>only exported</source>
        <translation>只能导出</translation>
    </message>
    <message>
        <source>only imported</source>
        <translation>只能导入</translation>
    </message>
    <message>
        <source>Point clouds that are read and written:</source>
        <translation>可读可写的点云格式：</translation>
    </message>
</context>
<context>
    <name>FrameFiles</name>
    <message>
        <source>“%1”, line %2</source>
        <translation>“%1”第 %2 行</translation>
    </message>
    <message>
        <source>%1: a time was expected, but there is “%2”.</source>
        <translation>%1：应为时间，却是“%2”。</translation>
    </message>
    <message>
        <source>%1: a pose of 12 numbers was expected: three rows of a rotation and a place.</source>
        <translation>%1：应为 12 个数字的位姿，即三行旋转和位置。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1”读不出：%2。</translation>
    </message>
    <message>
        <source>“%1” is too large for a text file.</source>
        <translation>“%1”作为文本文件太大了。</translation>
    </message>
</context>
<context>
    <name>GridLayer</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <source>About Lunkuo</source>
        <translation>关于轮廓</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>修改按键…</translation>
    </message>
</context>
<context>
    <name>IdentityChecks</name>
    <message>
        <source>From here on %1 is where %2 would be, and the other way round.</source>
        <translation>从这里起，%1 在 %2 该在的位置，反过来也一样。</translation>
    </message>
    <message>
        <source>%1 ends here, and %2 begins where it would go on.</source>
        <translation>%1 到这里为止，而 %2 正好从它该延续的位置开始。</translation>
    </message>
    <message>
        <source>%1 and %2 are in the same place in %3 frames: one object was annotated twice.</source>
        <translation>%1 和 %2 在 %3 帧里位置相同：同一物体标了两次。</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>&amp;Images</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>Camera images</source>
        <translation>相机图像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>Keep this image in front</source>
        <translation>固定显示这张图像</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>显示整张图像</translation>
    </message>
    <message>
        <source>Points of the cloud in the image</source>
        <translation>在图像中显示点云</translation>
    </message>
    <message>
        <source>This frame has no camera images.</source>
        <translation>这一帧没有相机图像。</translation>
    </message>
    <message>
        <source>Look for more images…</source>
        <translation>查找更多图像…</translation>
    </message>
    <message>
        <source>Look for more images</source>
        <translation>查找更多图像</translation>
    </message>
    <message>
        <source>Looking for images beside the clouds…</source>
        <translation>正在点云旁查找图像…</translation>
    </message>
    <message>
        <source>No images that the project does not have lie beside its clouds.</source>
        <translation>点云旁没有项目尚未收录的图像。</translation>
    </message>
    <message>
        <source>%1: %2 images</source>
        <translation>%1：%2 张图像</translation>
    </message>
    <message>
        <source>Images that the project does not have lie beside its clouds. Add them?</source>
        <translation>点云旁有项目尚未收录的图像。要添加吗？</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
</context>
<context>
    <name>ImageObjects</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>confidence %1 %</source>
        <translation>置信度 %1%</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>There is no dataset format “%1”; “lunkuo formats” lists them.</source>
        <translation>没有数据集格式“%1”；“lunkuo formats”列出全部格式。</translation>
    </message>
    <message>
        <source>Imported %1 boxes of %2 objects from “%3”.</source>
        <translation>已从“%3”导入 %2 个目标的 %1 个框。</translation>
    </message>
    <message>
        <source>“import” takes a project, a format and what to read: lunkuo import PROJECT --format %1 SOURCE</source>
        <translation>“import”要一个项目、一种格式和要读入的来源：lunkuo import 项目 --format %1 来源</translation>
    </message>
    <message>
        <source>Imported %1 pre-labels from “%2”; they wait to be accepted.</source>
        <translation>已从“%2”导入 %1 个预标注，等待接受。</translation>
    </message>
    <message>
        <source>Nothing was imported, because %1 of the %2 frames have boxes already (%3): say with “--annotated add”, “replace” or “skip” what becomes of them.</source>
        <translation>没有导入：要导入的 %2 帧中有 %1 帧已有标注（共 %3 个框）；请用“--annotated add”（追加）、“replace”（替换）或“skip”（跳过）说明如何处理。</translation>
    </message>
    <message>
        <source>“--annotated” should be “add”, “replace” or “skip”, but it is “%1”.</source>
        <translation>“--annotated”应为 add、replace 或 skip，而不是“%1”。</translation>
    </message>
</context>
<context>
    <name>ImportOnto</name>
    <message>
        <source>Left out because their frames have boxes already: boxes %1, frames %2.</source>
        <translation>所在帧已有标注而未导入：%1 个框，%2 帧。</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Import %1 boxes (%2)</source>
        <translation>导入 %1 个框（%2）</translation>
    </message>
    <message>
        <source>Boxes that were replaced: %1.</source>
        <translation>已替换的原有框：%1 个。</translation>
    </message>
    <message>
        <source>Locked boxes, which stayed: %1.</source>
        <translation>已锁定、予以保留的框：%1 个。</translation>
    </message>
</context>
<context>
    <name>Info</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Dropped points</source>
        <translation>丢弃的点</translation>
    </message>
    <message>
        <source>Lowest x y z</source>
        <translation>最小 x y z</translation>
    </message>
    <message>
        <source>Highest x y z</source>
        <translation>最大 x y z</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Sensor frame</source>
        <translation>传感器坐标系</translation>
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
        <source>“info” takes one cloud: lunkuo info CLOUD [--json]</source>
        <translation>“info”要一个点云：lunkuo info 点云 [--json]</translation>
    </message>
</context>
<context>
    <name>JsonFile</name>
    <message>
        <source>“%1” is no JSON: %2 at line %3.</source>
        <translation>“%1”不是 JSON：%2，在第 %3 行。</translation>
    </message>
    <message>
        <source>“%1”, line 1: a JSON object ({…}) was expected.</source>
        <translation>“%1”第 1 行：应为 JSON 对象（{…}）。</translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message>
        <source>“%1” is no JSON: %2, in the record that ends at line %3.</source>
        <translation>“%1”不是 JSON：%2，在到第 %3 行为止的那条记录里。</translation>
    </message>
    <message>
        <source>“%1”, line %2: a JSON list of records ([{…}, …]) was expected.</source>
        <translation>“%1”第 %2 行：应为 JSON 记录列表（[{…}, …]）。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1”读不出：%2。</translation>
    </message>
    <message>
        <source>Reading “%1” was cancelled.</source>
        <translation>已取消读取“%1”。</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>“%1”无法写入。</translation>
    </message>
</context>
<context>
    <name>KittiCalibration</name>
    <message>
        <source>%1: “%2” should be followed by %3 numbers, but there are %4.</source>
        <translation>%1：“%2”后应有 %3 个数字，却有 %4 个。</translation>
    </message>
    <message>
        <source>%1: a number was expected, but there is “%2”.</source>
        <translation>%1：应为数字，却是“%2”。</translation>
    </message>
    <message>
        <source>“%1” has no line “P2:” with the camera&apos;s projection.</source>
        <translation>“%1”缺少相机投影矩阵“P2:”行。</translation>
    </message>
    <message>
        <source>“%1” has no line “Tr_velo_to_cam:” with the place of the LiDAR.</source>
        <translation>“%1”缺少雷达外参“Tr_velo_to_cam:”行。</translation>
    </message>
    <message>
        <source>“%1”: “R0_rect” and “Tr_velo_to_cam” should hold rotations, but one is none.</source>
        <translation>“%1”：“R0_rect”和“Tr_velo_to_cam”应为旋转，其中一个不是。</translation>
    </message>
    <message>
        <source>“%1”, line %2</source>
        <translation>“%1”第 %2 行</translation>
    </message>
</context>
<context>
    <name>KittiDriveCalibration</name>
    <message>
        <source>“%1”: a rotation “R:” of 9 numbers and a place “T:” of 3 were expected.</source>
        <translation>“%1”：应有 9 个数字的旋转“R:”和 3 个数字的位置“T:”。</translation>
    </message>
    <message>
        <source>“%1”: lines “R_rect_00:” and “P_rect_00:” to “P_rect_03:” were expected.</source>
        <translation>“%1”：应有“R_rect_00:”行和“P_rect_00:”到“P_rect_03:”各行。</translation>
    </message>
</context>
<context>
    <name>KittiDrives</name>
    <message>
        <source>Opening was cancelled.</source>
        <translation>打开已取消。</translation>
    </message>
    <message>
        <source>“%1” was left out: without calibration nobody knows how the LiDAR stands to it.</source>
        <translation>“%1”未采用：没有标定，不知道激光雷达与它的相对位置。</translation>
    </message>
    <message>
        <source>“%1” was left out: without its times nobody knows which cloud belongs to what.</source>
        <translation>“%1”未采用：没有它的时间，无法知道与哪一帧点云对应。</translation>
    </message>
    <message>
        <source>“%1” says of no frame where the car was.</source>
        <translation>“%1”没有给出任何一帧的车辆位置。</translation>
    </message>
    <message>
        <source>“%1” holds no calibration (calib_velo_to_cam.txt, calib_cam_to_cam.txt): nobody knows how the cameras stand to the LiDAR.</source>
        <translation>“%1”里没有标定文件（calib_velo_to_cam.txt、calib_cam_to_cam.txt）：相机与激光雷达的相对位置未知。</translation>
    </message>
</context>
<context>
    <name>KittiExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
</context>
<context>
    <name>KittiFolder</name>
    <message>
        <source>Frames without a picture in “%1”: %2.</source>
        <translation>在“%1”里没有图像的帧：%2。</translation>
    </message>
    <message>
        <source>Frames without calibration in “%1/calib”: %2.</source>
        <translation>在“%1/calib”里没有标定的帧：%2。</translation>
    </message>
    <message>
        <source>“%1” was left out: without calibration its boxes have no place.</source>
        <translation>“%1”未采用：没有标定，无法确定框的位置。</translation>
    </message>
    <message>
        <source>“%1” was left out: its poses are the camera&apos;s, and “%2” does not say how the LiDAR stands to it.</source>
        <translation>“%1”未采用：其中是相机的位姿，而“%2”没有说明激光雷达与相机的相对位置。</translation>
    </message>
</context>
<context>
    <name>KittiFrames</name>
    <message>
        <source>“%1” cannot be read as a picture.</source>
        <translation>“%1”不能作为图像读取。</translation>
    </message>
    <message>
        <source>Frames without a camera: %1. One that looks forward stands in, with a black picture of %2 x %3.</source>
        <translation>没有相机的帧：%1。用一个朝前的相机和 %2 x %3 的黑图代替。</translation>
    </message>
    <message>
        <source>Frames whose picture is missing and was replaced by a black one: %1.</source>
        <translation>图像缺失、以黑图代替的帧：%1。</translation>
    </message>
</context>
<context>
    <name>KittiImport</name>
    <message>
        <source>“%1” is not a folder with a KITTI dataset.</source>
        <translation>“%1”不是 KITTI 数据集文件夹。</translation>
    </message>
    <message>
        <source>“%1” holds no KITTI labels: a folder “label_2” was expected.</source>
        <translation>“%1”里没有 KITTI 标注：应有文件夹“label_2”。</translation>
    </message>
    <message>
        <source>The labels of “%1” were left out: neither “%2” nor the project says how the camera stands.</source>
        <translation>“%1”的标注未采用：“%2”和项目都没有相机外参。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
    <message>
        <source>None of the %1 label files in “%2” bears the name of a frame of the project.</source>
        <translation>“%2”里的 %1 个标注文件没有一个与项目的帧同名。</translation>
    </message>
    <message>
        <source>Label files that belong to no frame of the project: %1.</source>
        <translation>不属于项目任何一帧的标注文件：%1。</translation>
    </message>
</context>
<context>
    <name>KittiLabel</name>
    <message>
        <source>%1: a label of 15 fields was expected, but there are %2.</source>
        <translation>%1：标注应有 15 个字段，却有 %2 个。</translation>
    </message>
    <message>
        <source>%1: field %2 should be a number, but it is “%3”.</source>
        <translation>%1：第 %2 个字段应为数字，却是“%3”。</translation>
    </message>
    <message>
        <source>%1: the occlusion should be 0 to 3, but it is “%2”.</source>
        <translation>%1：遮挡应为 0 到 3，却是“%2”。</translation>
    </message>
    <message>
        <source>%1: height, width and length should be greater than zero.</source>
        <translation>%1：高、宽、长应大于零。</translation>
    </message>
    <message>
        <source>“%1”, line %2</source>
        <translation>“%1”第 %2 行</translation>
    </message>
</context>
<context>
    <name>KittiObjects</name>
    <message>
        <source>Objects outside the picture, kept with the 2D box -1 -1 -1 -1: %1.</source>
        <translation>在图像之外、以二维框 -1 -1 -1 -1 保留的目标：%1 个。</translation>
    </message>
    <message>
        <source>Classes that KITTI&apos;s evaluation does not know keep their names: %1.</source>
        <translation>KITTI 评测不认识、保留原名的类别：%1。</translation>
    </message>
    <message>
        <source>Objects whose occlusion nobody has ticked, written as 3 (unknown): %1.</source>
        <translation>没有人标过遮挡程度的目标，已写成 3（未知）：%1 个。</translation>
    </message>
</context>
<context>
    <name>KittiOxts</name>
    <message>
        <source>“%1”, line %2: latitude, longitude, altitude, roll, pitch and yaw were expected.</source>
        <translation>“%1”第 %2 行：应有纬度、经度、高度、横滚、俯仰和航向角。</translation>
    </message>
</context>
<context>
    <name>KittiRawExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Objects that became several tracklets, because they leave frames out or change their size: %1. “%2” says which belong together.</source>
        <translation>因中间缺帧或尺寸变化而拆成几条 tracklet 的目标：%1 个。“%2”记着哪些属于同一目标。</translation>
    </message>
    <message>
        <source>Sequences without “timestamps.txt”, because not all of their frames have a time: %1.</source>
        <translation>没有写“timestamps.txt”的序列（并非每帧都有时间）：%1。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>CVAT makes every box of this format an object of its own, and rounds to two decimals when it reads it; “CVAT (Datumaro 3D)” keeps tracks there.</source>
        <translation>CVAT 会把这种格式的每个框当成单独的目标，读入时舍入到两位小数；要在 CVAT 里保留轨迹，请用“CVAT (Datumaro 3D)”。</translation>
    </message>
</context>
<context>
    <name>KittiRawImport</name>
    <message>
        <source>“%1” was read as KITTI&apos;s own: l along the object, w across, h up, bottom centre.</source>
        <translation>“%1”按 KITTI 自己的写法读取：l 沿目标方向，w 为横向，h 向上，位置是底面中心。</translation>
    </message>
    <message>
        <source>“%1” was read as CVAT&apos;s: w along the object, h across, l up, geometric centre.</source>
        <translation>“%1”按 CVAT 的写法读取：w 沿目标方向，h 为横向，l 向上，位置是几何中心。</translation>
    </message>
    <message>
        <source>“%1” was read as that of later Datumaro: h along the object, w across, l up, geometric centre.</source>
        <translation>“%1”按较新的 Datumaro 的写法读取：h 沿目标方向，w 为横向，l 向上，位置是几何中心。</translation>
    </message>
    <message>
        <source>“%1”, line %2: a tracklet with h, w and l above 0 was expected.</source>
        <translation>“%1”第 %2 行：应为 h、w、l 都大于 0 的 tracklet。</translation>
    </message>
    <message>
        <source>Poses of “%1” that only fill gaps, left out: %2.</source>
        <translation>“%1”里只用来填补空缺、未采用的位姿：%2 个。</translation>
    </message>
    <message>
        <source>“%1” holds no “%2” of KITTI&apos;s raw data.</source>
        <translation>“%1”里没有 KITTI raw 的“%2”。</translation>
    </message>
</context>
<context>
    <name>KittiRig</name>
    <message>
        <source>Frames without a picture in “%1”: %2.</source>
        <translation>在“%1”里没有图像的帧：%2。</translation>
    </message>
</context>
<context>
    <name>KittiShapes</name>
    <message>
        <source>Regions “DontCare” have no 3D box and were left out: %1.</source>
        <translation>“DontCare”区域没有三维框，未采用：%1 个。</translation>
    </message>
    <message>
        <source>“%1”, line %2: the place, size and heading of a box were expected.</source>
        <translation>“%1”第 %2 行：应为一个立方框的位置、尺寸和朝向。</translation>
    </message>
</context>
<context>
    <name>KittiTrackingData</name>
    <message>
        <source>Opening was cancelled.</source>
        <translation>打开已取消。</translation>
    </message>
    <message>
        <source>“%1” was left out: without calibration nobody knows how the LiDAR stands to it.</source>
        <translation>“%1”未采用：没有标定，不知道激光雷达与它的相对位置。</translation>
    </message>
    <message>
        <source>“%1” was left out: without calibration its boxes have no place.</source>
        <translation>“%1”未采用：没有标定，无法确定框的位置。</translation>
    </message>
    <message>
        <source>“%1” was left out; to annotate it, make a project of that folder.</source>
        <translation>“%1”未采用；要标注它，请用那个文件夹新建项目。</translation>
    </message>
</context>
<context>
    <name>KittiTrackingExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Frames whose calibration is not that of the first frame of their sequence, which is used: %1.</source>
        <translation>标定与所在序列第一帧不同、改用第一帧标定的帧：%1。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
</context>
<context>
    <name>KittiTrackingImport</name>
    <message>
        <source>“%1” holds no KITTI tracking labels: a folder “label_02” was expected.</source>
        <translation>“%1”里没有 KITTI tracking 标注：应有文件夹“label_02”。</translation>
    </message>
    <message>
        <source>%1: the number of a frame and that of an object were expected.</source>
        <translation>%1：应有帧号和目标编号。</translation>
    </message>
    <message>
        <source>“%1”, line %2</source>
        <translation>“%1”第 %2 行</translation>
    </message>
    <message>
        <source>Regions “DontCare” have no 3D box and were left out: %1.</source>
        <translation>“DontCare”区域没有三维框，未采用：%1 个。</translation>
    </message>
    <message>
        <source>%1: neither “%2” nor the project says how the camera stands.</source>
        <translation>%1：“%2”和项目都没有相机外参。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
</context>
<context>
    <name>KittiTracklets</name>
    <message>
        <source>“%1”, line %2: %3</source>
        <translation>“%1”第 %2 行：%3</translation>
    </message>
    <message>
        <source>“%1”, line 1: KITTI&apos;s tracklets (boost_serialization, tracklets) were expected.</source>
        <translation>“%1”第 1 行：应为 KITTI 的 tracklet（boost_serialization、tracklets）。</translation>
    </message>
    <message>
        <source>a number was expected as “%1”.</source>
        <translation>“%1”应为数字。</translation>
    </message>
</context>
<context>
    <name>LabelCloudExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
</context>
<context>
    <name>LabelCloudImport</name>
    <message>
        <source>“%1” is missing: it says whether the labels&apos; angles are degrees or radians.</source>
        <translation>缺少“%1”：标注的角度是度还是弧度由它说明。</translation>
    </message>
    <message>
        <source>“%1” says that labels are of the kind “%2”; “centroid_abs” or “centroid_rel” was expected.</source>
        <translation>“%1”声明标注类型为“%2”，应为“centroid_abs”或“centroid_rel”。</translation>
    </message>
    <message>
        <source>%1: numbers for centroid, dimensions and rotations were expected.</source>
        <translation>%1：centroid、dimensions 和 rotations 应为数字。</translation>
    </message>
    <message>
        <source>“%1” is no label file of labelCloud: it has no list “objects”.</source>
        <translation>“%1”不是 labelCloud 标注文件：没有列表“objects”。</translation>
    </message>
    <message>
        <source>“%1”, object %2</source>
        <translation>“%1”，目标 %2</translation>
    </message>
    <message>
        <source>“%1” holds no labels of labelCloud: “labels/*.json” was expected.</source>
        <translation>“%1”里没有 labelCloud 标注：应有“labels/*.json”。</translation>
    </message>
</context>
<context>
    <name>LabelledFolder</name>
    <message>
        <source>“%1” is no JSON object with “cloud” and “boxes”: %2 at byte %3.</source>
        <translation>“%1”不是含有“cloud”和“boxes”的 JSON 对象：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>“%1” must name a “cloud” and list “boxes”.</source>
        <translation>“%1”必须给出“cloud”并列出“boxes”。</translation>
    </message>
    <message>
        <source>The cloud “%1” that “%2” names is not there.</source>
        <translation>“%2”所指的点云“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1”: box %2 must have the numbers x, y, z, l, w, h and yaw, its size above zero.</source>
        <translation>“%1”：第 %2 个框必须有数值 x、y、z、l、w、h 和 yaw，且尺寸大于零。</translation>
    </message>
    <message>
        <source>“%1” is no folder with labelled frames.</source>
        <translation>“%1”不是含有标注帧的文件夹。</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>文件夹“%1”不存在。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read: permission denied.</source>
        <translation>文件夹“%1”无法读取：没有权限。</translation>
    </message>
    <message>
        <source>“%1” holds no labelled frames: a KITTI object folder (velodyne, label_2, calib), a sample&apos;s folder (truth.json) or one with uniform/*.json was expected.</source>
        <translation>“%1”中没有标注帧：应为 KITTI 目标检测文件夹（velodyne、label_2、calib）、示例文件夹（truth.json）或含有 uniform/*.json 的文件夹。</translation>
    </message>
</context>
<context>
    <name>LostObjects</name>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2（帧 %3）</translation>
    </message>
</context>
<context>
    <name>MeasureMarks</name>
    <message>
        <source>%1 m · height %2 m · on the ground %3 m</source>
        <translation>%1 米 · 高差 %2 米 · 水平 %3 米</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Click where to measure from, a point or the ground</source>
        <translation>点测量的起点，点云或地面都行</translation>
    </message>
    <message>
        <source>Click to measure another distance · Escape clears</source>
        <translation>点一下再测一段 · Escape 清除</translation>
    </message>
    <message>
        <source>A third click measures the angle · Enter: no angle, the next one · Backspace takes back · Escape clears</source>
        <translation>再点一下测角度 · Enter 不测角度，测下一段 · Backspace 收回 · Escape 清除</translation>
    </message>
    <message>
        <source>Click where to measure to · Backspace takes back · Escape clears</source>
        <translation>点测量的终点 · Backspace 收回 · Escape 清除</translation>
    </message>
</context>
<context>
    <name>Mmdet3dExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
</context>
<context>
    <name>Mmdet3dImport</name>
    <message>
        <source>“%1” is a pickle, which runs what is in it; save it as JSON and import that.</source>
        <translation>“%1”是 pickle 文件，读取时会执行其中的代码；请存成 JSON 再导入。</translation>
    </message>
    <message>
        <source>“%1” holds no info files of MMDetection3D (*.json).</source>
        <translation>“%1”里没有 MMDetection3D 的 info 文件 (*.json)。</translation>
    </message>
    <message>
        <source>“%1”, frame %2</source>
        <translation>“%1”，帧 %2</translation>
    </message>
    <message>
        <source>Files that do not say where in a box its z is; the bottom was taken: %1.</source>
        <translation>没有说明 z 在框的什么高度、按框底处理的文件：%1 个。</translation>
    </message>
    <message>
        <source>“%1”, line 1: infos of version 1 were expected, but they say “%2”; those of older versions turn boxes the other way.</source>
        <translation>“%1”第 1 行：info 的版本应为 1，却是“%2”；更早版本的框转向相反。</translation>
    </message>
    <message>
        <source>“%1”: infos of KITTI hold boxes of the camera; import the KITTI dataset instead.</source>
        <translation>“%1”：KITTI 的 info 里是相机坐标系的框；请改为导入 KITTI 数据集。</translation>
    </message>
    <message>
        <source>%1, instance %2: “bbox_3d” should be seven numbers.</source>
        <translation>%1，实例 %2：“bbox_3d”应为七个数字。</translation>
    </message>
    <message>
        <source>Boxes with the label -1, which stands for “DontCare”, left out: %1.</source>
        <translation>标签为 -1（即“DontCare”）的立方框，未导入：%1 个。</translation>
    </message>
</context>
<context>
    <name>MotionChecks</name>
    <message>
        <source>%1 jumps: it is %2 m from where the frames beside it say.</source>
        <translation>%1 位置跳变：与前后帧推算的位置相差 %2 米。</translation>
    </message>
    <message>
        <source>%1 heads the other way than in the frames beside it.</source>
        <translation>%1 的朝向与前后帧相反。</translation>
    </message>
    <message>
        <source>%1 is turned by %2° against the frames beside it.</source>
        <translation>%1 的朝向与前后帧相差 %2°。</translation>
    </message>
    <message>
        <source>%1 jumps: it would have to go %2 m/s.</source>
        <translation>%1 位置跳变：速度要达到 %2 米/秒才行。</translation>
    </message>
    <message>
        <source>%1 goes backwards at %2 m/s.</source>
        <translation>%1 以 %2 米/秒倒着走。</translation>
    </message>
    <message>
        <source>%1 goes %2° beside its heading, at %3 m/s.</source>
        <translation>%1 的行进方向与朝向相差 %2°，速度 %3 米/秒。</translation>
    </message>
    <message>
        <source>%1 turns or changes its speed, and there is no key frame for %2 frames: it may be off by %3 m.</source>
        <translation>%1 在转弯或变速，其间 %2 帧没有关键帧：可能偏差 %3 米。</translation>
    </message>
</context>
<context>
    <name>MovingTogether</name>
    <message>
        <source>Move %1 objects</source>
        <translation>移动 %1 个目标</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>untouched</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>标注中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手工标注</translation>
    </message>
    <message>
        <source>completed from clicks</source>
        <translation>打点补全</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>key frame: a person has put it here or said that it is right</source>
        <translation>关键帧：由人标注或确认过</translation>
    </message>
    <message>
        <source>carried over from another frame, not confirmed yet: Enter confirms it</source>
        <translation>传播：从其他帧带过来，尚未确认；按 Enter 确认</translation>
    </message>
    <message>
        <source>interpolated: it follows the frames beside it; Enter confirms it</source>
        <translation>插值：随前后帧变化；按 Enter 确认</translation>
    </message>
    <message>
        <source>%1, rejected</source>
        <translation>%1，已驳回</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation>%1，已通过</translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation>%1 通过</translation>
    </message>
    <message>
        <source>rejected by %1: %2</source>
        <translation>%1 驳回：%2</translation>
    </message>
    <message>
        <source>rejected by %1 and answered: %2</source>
        <translation>%1 驳回，已答复：%2</translation>
    </message>
</context>
<context>
    <name>NewCommand</name>
    <message>
        <source>“new” takes the project to make and the data to open.</source>
        <translation>“new”要一个待建的项目和要打开的数据。</translation>
    </message>
    <message>
        <source>“%1”: %2 frames, %3 images, %4 shapes</source>
        <translation>“%1”：%2 帧，%3 张图像，%4 个标注</translation>
    </message>
    <message>
        <source>“%1” exists already; nothing was written over it.</source>
        <translation>“%1”已存在，没有覆盖。</translation>
    </message>
    <message>
        <source>%1, sequences: %2</source>
        <translation>%1，序列：%2</translation>
    </message>
</context>
<context>
    <name>NotHeld</name>
    <message>
        <source>The format has no tracks: which boxes belong to one object is lost.</source>
        <translation>这种格式没有轨迹：各帧的框属于哪个目标会丢失。</translation>
    </message>
    <message>
        <source>Outlines that the format has no place for: %1.</source>
        <translation>这种格式存不下的轮廓：%1 个。</translation>
    </message>
    <message>
        <source>Attribute values that the format has no place for: %1.</source>
        <translation>这种格式存不下的属性值：%1 个。</translation>
    </message>
    <message>
        <source>Boxes that lost their roll and pitch: %1.</source>
        <translation>丢失横滚和俯仰的框：%1 个。</translation>
    </message>
    <message>
        <source>What each frame is for (training, validation, test) has no place in the format: %1 frames.</source>
        <translation>这种格式存不下数据划分（训练、验证、测试）：%1 帧。</translation>
    </message>
    <message>
        <source>Numbers of objects that the format has no place for: %1.</source>
        <translation>格式存不下的目标编号：%1 个。</translation>
    </message>
    <message>
        <source>Poses of the vehicle that the format has no place for: %1.</source>
        <translation>格式存不下的车辆位姿：%1 帧。</translation>
    </message>
    <message>
        <source>Interpolated boxes, which the format does not tell from those that a person made: %1.</source>
        <translation>插值得到的框，格式不区分它们与人工标注的框：%1 个。</translation>
    </message>
    <message>
        <source>The format has no boxes: they do not come back from it.</source>
        <translation>这种格式不存立方框：再导入时得不到原来的框。</translation>
    </message>
    <message>
        <source>Boxes that were carried over from other frames, which the format does not tell from those that a person made: %1.</source>
        <translation>从其他帧沿用过来的框，格式不区分它们与人工标注的框：%1 个。</translation>
    </message>
    <message>
        <source>Frames without a box, which the format cannot list: %1.</source>
        <translation>没有框、这种格式无法列出的帧：%1 帧。</translation>
    </message>
    <message>
        <source>Times of frames that the format has no place for: %1.</source>
        <translation>格式存不下的帧时间戳：%1 帧。</translation>
    </message>
    <message>
        <source>Poses count from the first frame of each sequence: where in the world that was is lost.</source>
        <translation>位姿从每个序列的第一帧算起：它在世界坐标中的位置会丢失。</translation>
    </message>
    <message>
        <source>Times count from the first frame of each sequence: when that was is lost.</source>
        <translation>时间戳从每个序列的第一帧算起：第一帧的拍摄时刻会丢失。</translation>
    </message>
    <message>
        <source>Clouds that do not go along: %1.</source>
        <translation>不随数据集导出的点云：%1 个。</translation>
    </message>
    <message>
        <source>%1 (%2 clouds)</source>
        <translation>%1（%2 个点云）</translation>
    </message>
    <message>
        <source>Values of points that the format has no place for: %1.</source>
        <translation>格式存不下的点字段：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Pictures that do not go along: %1.</source>
        <translation>不随数据集导出的图像：%1 张。</translation>
    </message>
    <message>
        <source>Pictures of cameras whose place is not known, which the format leaves out: %1.</source>
        <translation>相机没有标定、格式不收的图像：%1 张。</translation>
    </message>
    <message>
        <source>Cameras whose place and projection the format cannot say: %1.</source>
        <translation>格式无法写出标定的相机：%1 个。</translation>
    </message>
    <message>
        <source>Pictures whose lens bends straight lines, which the format cannot say; undistort them first: %1.</source>
        <translation>镜头有畸变、格式无法表示的图像（请先去畸变）：%1 张。</translation>
    </message>
    <message>
        <source>Further sequences, whose clouds were not looked at for values that the format has no place for: %1.</source>
        <translation>另有未逐一检查点字段的序列：%1 个。</translation>
    </message>
</context>
<context>
    <name>NuscenesData</name>
    <message>
        <source>Opening was cancelled.</source>
        <translation>打开已取消。</translation>
    </message>
    <message>
        <source>Clouds of LIDAR_TOP that are not there, left out with their frames: %1.</source>
        <translation>点云（LIDAR_TOP）缺失、未采用的帧：%1。</translation>
    </message>
    <message>
        <source>Pictures that are not there: %1.</source>
        <translation>缺失的图像：%1 张。</translation>
    </message>
    <message>
        <source>Frames whose pose is missing: %1.</source>
        <translation>缺少位姿的帧：%1。</translation>
    </message>
    <message>
        <source>“%1” holds none of the clouds that its tables speak of (samples/LIDAR_TOP/…).</source>
        <translation>“%1”里没有数据表所列的任何点云（samples/LIDAR_TOP/…）。</translation>
    </message>
</context>
<context>
    <name>NuscenesExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Frames without a pose, which stand at the origin of the world: %1.</source>
        <translation>没有位姿、放在世界坐标原点的帧：%1。</translation>
    </message>
    <message>
        <source>Clouds in map coordinates, of which float32 loses centimetres: %1.</source>
        <translation>采用地图坐标、float32 会丢失厘米的点云：%1。</translation>
    </message>
    <message>
        <source>Frames that are for something else than most of their scene, and went with it: %1.</source>
        <translation>数据划分与所在场景的多数帧不同、改随多数的帧：%1。</translation>
    </message>
    <message>
        <source>Classes that nuScenes&apos; detection task does not know keep their names: %1.</source>
        <translation>nuScenes 检测任务不认识、保留原名的类别：%1。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>Frames of sequences in which some have no time; all were put 0.1 s apart: %1.</source>
        <translation>所在序列有的帧没有时间戳，因此该序列所有帧都按间隔 0.1 秒写出：%1 帧。</translation>
    </message>
    <message>
        <source>States that nuScenes has no word for, or no place beside another one: %1.</source>
        <translation>nuScenes 没有对应词、或已有另一状态而放不下的状态值：%1 个。</translation>
    </message>
</context>
<context>
    <name>NuscenesImport</name>
    <message>
        <source>“%1” holds no tables of nuScenes: “v1.0-*/sample_data.json” was expected.</source>
        <translation>“%1”里没有 nuScenes 的数据表：应有“v1.0-*/sample_data.json”。</translation>
    </message>
    <message>
        <source>None of the %1 samples in “%2” is a frame of the project, by its cloud&apos;s name or by its time.</source>
        <translation>“%2”里的 %1 个样本，按点云名或时间都对不上项目里的帧。</translation>
    </message>
    <message>
        <source>Samples whose pose is missing, left out: %1.</source>
        <translation>缺少位姿、未采用的样本：%1 个。</translation>
    </message>
    <message>
        <source>Boxes of frames between the samples (sweeps), interpolated from theirs: %1.</source>
        <translation>样本之间的帧（sweeps）上由样本插值得到的框：%1 个。</translation>
    </message>
</context>
<context>
    <name>NuscenesTables</name>
    <message>
        <source>Reading the tables in “%1” was cancelled.</source>
        <translation>已取消读取“%1”里的数据表。</translation>
    </message>
    <message>
        <source>Records of “%1” that are damaged or lead nowhere, left out: %2.</source>
        <translation>“%1”里已损坏或引用不存在、未采用的记录：%2 条。</translation>
    </message>
    <message>
        <source>“%1” has no scenes.</source>
        <translation>“%1”里没有场景。</translation>
    </message>
    <message>
        <source>“%1” holds the tables of %2; those of %3 were read. For the others, choose their folder.</source>
        <translation>“%1”里有多套数据表（%2），读入的是 %3。要读其余的，请直接选它们的文件夹。</translation>
    </message>
</context>
<context>
    <name>ObjectMenu</name>
    <message>
        <source>&amp;Object</source>
        <translation>目标(&amp;O)</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>下一个目标</translation>
    </message>
    <message>
        <source>Previous object</source>
        <translation>上一个目标</translation>
    </message>
    <message>
        <source>Turn the heading round</source>
        <translation>航向调头</translation>
    </message>
    <message>
        <source>Fit to the points</source>
        <translation>贴合到点</translation>
    </message>
    <message>
        <source>Shrink to the points</source>
        <translation>收缩到点</translation>
    </message>
    <message>
        <source>Release what was fixed by hand</source>
        <translation>解除手工固定</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>下一个建议</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>上一个建议</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>忽略建议</translation>
    </message>
    <message>
        <source>Bring back what was dismissed in this frame</source>
        <translation>恢复本帧忽略的建议</translation>
    </message>
    <message>
        <source>Suggest vehicles</source>
        <translation>建议车辆</translation>
    </message>
    <message>
        <source>Put on the ground</source>
        <translation>贴到地面</translation>
    </message>
    <message>
        <source>Usual size of the class</source>
        <translation>采用类别常用尺寸</translation>
    </message>
    <message>
        <source>Lock: nothing changes it</source>
        <translation>锁定（不可修改）</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide all others</source>
        <translation>只显示所选</translation>
    </message>
    <message>
        <source>Show all that is hidden</source>
        <translation>显示所有隐藏的目标</translation>
    </message>
    <message>
        <source>Accept all suggestions of this frame</source>
        <translation>接受本帧的全部建议</translation>
    </message>
    <message>
        <source>Nothing is suggested in this frame.</source>
        <translation>这一帧没有建议。</translation>
    </message>
    <message>
        <source>Go to a suggestion first: Space.</source>
        <translation>先按空格键跳到一个建议。</translation>
    </message>
    <message>
        <source>No object is hidden.</source>
        <translation>没有隐藏的目标。</translation>
    </message>
</context>
<context>
    <name>OpenData</name>
    <message>
        <source>“%1” is no point cloud: its name should end in one of %2.</source>
        <translation>“%1”不是点云：文件名应以 %2 之一结尾。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: permission denied.</source>
        <translation>“%1”读不出：没有权限。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read: permission denied.</source>
        <translation>文件夹“%1”读不出：没有权限。</translation>
    </message>
    <message>
        <source>The folder “%1” holds no point clouds (%2).</source>
        <translation>文件夹“%1”里没有点云（%2）。</translation>
    </message>
    <message>
        <source>“%1” holds several folders with point clouds (%2): choose one of them.</source>
        <translation>“%1”里有多个点云文件夹（%2）：请选择其中一个。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>Opening “%1” was cancelled.</source>
        <translation>已取消打开“%1”。</translation>
    </message>
    <message>
        <source>Only %1 of %2 frames have a pose, so poses were left out: objects are followed in the sensor’s frame.</source>
        <translation>%2 帧中只有 %1 帧有位姿，因此不使用位姿：目标在传感器坐标系中跟踪。</translation>
    </message>
    <message>
        <source>“%1” is a ROS 2 bag: unpack it first, with “New project from data” or “lunkuo new”.</source>
        <translation>“%1”是 ROS 2 录包：请先用“用数据新建项目”或“lunkuo new”解包。</translation>
    </message>
    <message>
        <source>“%1” is a ROS 2 bag, but “%2” holds what another one was unpacked into, or what this one was before it changed: unpack it into a folder of another name.</source>
        <translation>“%1”是 ROS 2 录包，但“%2”里是另一个录包解开的内容，或是本录包改动之前的内容：请解到另一个名称的文件夹。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>There is no camera “%1”; there are: %2.</source>
        <translation>没有相机“%1”；有：%2。</translation>
    </message>
    <message>
        <source>Only %1 of %2 frames have a time; the others were put evenly between them.</source>
        <translation>%2 帧中只有 %1 帧有时间，其余各帧按均匀间隔补上。</translation>
    </message>
</context>
<context>
    <name>OpenLabelExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Clouds and pictures are referred to by their place, not copied.</source>
        <translation>点云和图像只记录位置，不复制。</translation>
    </message>
</context>
<context>
    <name>OpenLabelImport</name>
    <message>
        <source>“%1”, frame %2, object %3: no pose leads from “%4” to the LiDAR.</source>
        <translation>“%1”，帧 %2，目标 %3：没有从“%4”到雷达的位姿。</translation>
    </message>
    <message>
        <source>“%1”, frame %2, object %3: a cuboid of 9 or 10 numbers was expected.</source>
        <translation>“%1”，帧 %2，目标 %3：立方框应有 9 或 10 个数字。</translation>
    </message>
    <message>
        <source>“%1”, frame %2, object %3: the outline is damaged and was left out.</source>
        <translation>“%1”，帧 %2，目标 %3：轮廓已损坏，未采用。</translation>
    </message>
    <message>
        <source>Frames of “%1” that the project does not have: %2.</source>
        <translation>“%1”里项目没有的帧：%2。</translation>
    </message>
    <message>
        <source>Objects of “%1” without a cuboid, left out: %2.</source>
        <translation>“%1”里没有立方框、未采用的目标：%2。</translation>
    </message>
    <message>
        <source>Further cuboids of the same object and frame in “%1”, left out: %2.</source>
        <translation>“%1”里同一目标同一帧多余、未采用的立方框：%2。</translation>
    </message>
    <message>
        <source>“%1” is no JSON: %2 at byte %3.</source>
        <translation>“%1”不是 JSON：%2，在第 %3 字节。</translation>
    </message>
    <message>
        <source>“%1” is no OpenLABEL file: it has no member “openlabel”.</source>
        <translation>“%1”不是 OpenLABEL 文件：没有成员“openlabel”。</translation>
    </message>
    <message>
        <source>“%1” says version “%2” of OpenLABEL; it was read as 1.0.0.</source>
        <translation>“%1”声明 OpenLABEL 版本“%2”，按 1.0.0 读取。</translation>
    </message>
    <message>
        <source>The folder “%1” holds no OpenLABEL files (*.json).</source>
        <translation>文件夹“%1”里没有 OpenLABEL 文件 (*.json)。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
</context>
<context>
    <name>OpenPcdetExport</name>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
</context>
<context>
    <name>OpenPcdetImport</name>
    <message>
        <source>%1: “x y z dx dy dz heading Class” was expected, but there are %2 fields.</source>
        <translation>%1：应为“x y z dx dy dz heading Class”，却有 %2 个字段。</translation>
    </message>
    <message>
        <source>%1: field %2 should be a number, but it is “%3”.</source>
        <translation>%1：第 %2 个字段应为数字，却是“%3”。</translation>
    </message>
    <message>
        <source>%1: length, width and height should be greater than zero.</source>
        <translation>%1：长、宽、高应大于零。</translation>
    </message>
    <message>
        <source>“%1”, line %2</source>
        <translation>“%1”第 %2 行</translation>
    </message>
    <message>
        <source>“%1” holds no OpenPCDet labels: a folder “labels” was expected.</source>
        <translation>“%1”里没有 OpenPCDet 标注：应有文件夹“labels”。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
</context>
<context>
    <name>OverTimeActions</name>
    <message>
        <source>Select an object first.</source>
        <translation>请先选中一个目标。</translation>
    </message>
    <message>
        <source>The object is in no frame.</source>
        <translation>这个目标不在任何一帧里。</translation>
    </message>
    <message>
        <source>The object is no longer there.</source>
        <translation>这个目标已经不在了。</translation>
    </message>
    <message>
        <source>Complete %1 over all frames</source>
        <translation>多帧补全%1</translation>
    </message>
    <message>
        <source>Looking through the frames was cancelled.</source>
        <translation>查找已取消。</translation>
    </message>
</context>
<context>
    <name>OverTimeEvaluation</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>No labelled vehicle is in two frames with at least %1 points.</source>
        <translation>没有哪辆标注车辆在两帧里都有至少 %1 个点。</translation>
    </message>
</context>
<context>
    <name>OverTimeReport</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>行驶</translation>
    </message>
    <message>
        <source>50+ points</source>
        <translation>50 点以上</translation>
    </message>
    <message>
        <source>under 50</source>
        <translation>50 点以下</translation>
    </message>
    <message>
        <source>== Each frame by itself, and all frames of an object together ==</source>
        <translation>== 逐帧单独补全，与同一目标多帧一起补全 ==</translation>
    </message>
    <message>
        <source>BEV med</source>
        <translation>BEV 中位</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>≥.7 %</source>
        <translation>≥.7 %</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>front %</source>
        <translation>车头 %</translation>
    </message>
    <message>
        <source>10cm %</source>
        <translation>10cm %</translation>
    </message>
    <message>
        <source>out10 %</source>
        <translation>留出10 %</translation>
    </message>
    <message>
        <source>out20 %</source>
        <translation>留出20 %</translation>
    </message>
    <message>
        <source>, single</source>
        <translation>，单帧</translation>
    </message>
    <message>
        <source>   over time</source>
        <translation>   多帧</translation>
    </message>
    <message>
        <source>%1 objects, %2 ms each at the median, 95 % within %3 ms</source>
        <translation>%1 个目标，每个耗时中位数 %2 毫秒，95 % 在 %3 毫秒以内</translation>
    </message>
    <message>
        <source>Without poses of their own, estimated from their clouds: %1</source>
        <translation>自身没有位姿、由点云估计的：%1</translation>
    </message>
</context>
<context>
    <name>OverlayPainter</name>
    <message>
        <source>Height above ground</source>
        <translation>离地高度</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>反射强度</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>线号</translation>
    </message>
    <message>
        <source>Colour of the cloud</source>
        <translation>点云自带颜色</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>Colour of the images</source>
        <translation>图像颜色</translation>
    </message>
    <message>
        <source>%1: this frame has none</source>
        <translation>%1：这一帧没有</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>PandaSetPoses</name>
    <message>
        <source>“%1” is no JSON list with an entry for each frame.</source>
        <translation>“%1”不是每帧一项的 JSON 列表。</translation>
    </message>
</context>
<context>
    <name>PlaceActions</name>
    <message>
        <source>Put %1 on the ground</source>
        <translation>将%1贴到地面</translation>
    </message>
    <message>
        <source>Give %1 the usual size</source>
        <translation>将%1设为常用尺寸</translation>
    </message>
</context>
<context>
    <name>PlaceFit</name>
    <message>
        <source>There are too few points where the object should be.</source>
        <translation>目标应在的位置点太少。</translation>
    </message>
</context>
<context>
    <name>PointCounts</name>
    <message>
        <source>Counting the points was cancelled.</source>
        <translation>统计点数已取消。</translation>
    </message>
</context>
<context>
    <name>PointsMenu</name>
    <message>
        <source>Points</source>
        <translation>点云显示</translation>
    </message>
    <message>
        <source>Next colouring of the points</source>
        <translation>下一种着色</translation>
    </message>
    <message>
        <source>Larger points</source>
        <translation>点放大</translation>
    </message>
    <message>
        <source>Smaller points</source>
        <translation>点缩小</translation>
    </message>
    <message>
        <source>Nearer points larger</source>
        <translation>近处的点画大些</translation>
    </message>
    <message>
        <source>Ground: shown, dimmed, hidden</source>
        <translation>地面：显示、变暗、隐藏</translation>
    </message>
    <message>
        <source>Only what is near the selected object</source>
        <translation>只看选中目标附近</translation>
    </message>
    <message>
        <source>Only what is low over the ground</source>
        <translation>只看地面以上一段高度</translation>
    </message>
    <message>
        <source>Hide the class of the selected object</source>
        <translation>隐藏选中目标所属的类别</translation>
    </message>
    <message>
        <source>Show all that is hidden</source>
        <translation>显示所有隐藏的内容</translation>
    </message>
    <message>
        <source>Only what is within a box round the sensor</source>
        <translation>只看传感器周围的方框内</translation>
    </message>
</context>
<context>
    <name>PoseActions</name>
    <message>
        <source>There are %1 poses for %2 frames.</source>
        <translation>有 %1 个位姿，却有 %2 帧。</translation>
    </message>
    <message>
        <source>Estimate poses</source>
        <translation>估计位姿</translation>
    </message>
    <message>
        <source>Forget estimated poses</source>
        <translation>去掉估计的位姿</translation>
    </message>
    <message>
        <source>All frames have measured poses, and these stay.</source>
        <translation>所有帧都有实测位姿，保持不变。</translation>
    </message>
</context>
<context>
    <name>PresenceChecks</name>
    <message>
        <source>%1 points look like a %2 (%3 % sure), but nothing is annotated there.</source>
        <translation>有 %1 个点像%2（把握 %3 %），但没有标注。</translation>
    </message>
    <message>
        <source>Frame %1 has no annotation, but the frames before and after it have.</source>
        <translation>帧 %1 没有标注，前后帧却有。</translation>
    </message>
    <message>
        <source>%1 is not annotated here, but %2 points lie where it must be.</source>
        <translation>%1 在这一帧没有标注，但它该在的位置有 %2 个点。</translation>
    </message>
    <message>
        <source>%1 ends here, but %2 points lie where it would go on.</source>
        <translation>%1 到此为止，但它该延续的位置有 %2 个点。</translation>
    </message>
    <message>
        <source>%1 begins after this, but %2 points lie where it came from.</source>
        <translation>%1 从下一帧才开始，但它来的位置有 %2 个点。</translation>
    </message>
</context>
<context>
    <name>ProjectStore</name>
    <message>
        <source>An outline in the project file is damaged.</source>
        <translation>项目文件里有一个轮廓已损坏。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened as a project: %2.</source>
        <translation>“%1”不能作为项目打开：%2。</translation>
    </message>
    <message>
        <source>“%1” could not be written, so nothing was changed: %2.</source>
        <translation>“%1”无法写入，什么也没改：%2。</translation>
    </message>
    <message>
        <source>“%1” exists already; nothing was written over it.</source>
        <translation>“%1”已存在，没有覆盖它。</translation>
    </message>
    <message>
        <source>it cannot be moved to its place</source>
        <translation>无法移到目标位置</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is no project file</source>
        <translation>它不是项目文件</translation>
    </message>
    <message>
        <source>“%1” cannot be made: its folder does not exist.</source>
        <translation>无法建立“%1”：它所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>“%1” is open read-only; nothing was changed.</source>
        <translation>“%1”以只读方式打开，什么也没改。</translation>
    </message>
    <message>
        <source>it was written by a newer Lunkuo (version %1 of the file, this program knows up to %2)</source>
        <translation>它由更新版本的轮廓写成（文件版本 %1，本程序最高支持 %2）</translation>
    </message>
    <message>
        <source>its objects and frames do not fit together</source>
        <translation>其中的目标与帧互相对不上</translation>
    </message>
    <message>
        <source>The history has no such line any more.</source>
        <translation>历史里已经没有这一行。</translation>
    </message>
    <message>
        <source>it is of an older Lunkuo, and no copy of it could be made to be read: %1</source>
        <translation>它由旧版轮廓写成，读取所需的副本无法建立：%1</translation>
    </message>
    <message>
        <source>“%1” was written by an older Lunkuo. It is shown as this one would write it; the file itself stays as it is.</source>
        <translation>“%1”由旧版轮廓写成，现按新版格式显示；文件本身不会改动。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened for writing: %2.</source>
        <translation>“%1”无法以可写方式打开：%2。</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1（%3 上的进程 %2）</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>所在文件夹不可写</translation>
    </message>
    <message>
        <source>%1 is writing it</source>
        <translation>%1正在写它</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>文件是只读的</translation>
    </message>
    <message>
        <source>This line of the history changes something that this Lunkuo does not know (“%1”): a newer one wrote it.</source>
        <translation>这条历史记录改动了本版轮廓不认识的内容（“%1”），是由更新的版本写入的。</translation>
    </message>
    <message>
        <source>it was called off</source>
        <translation>操作已取消</translation>
    </message>
</context>
<context>
    <name>Propagation</name>
    <message>
        <source>It was cancelled.</source>
        <translation>操作已取消。</translation>
    </message>
    <message>
        <source>%1 leaves the range of the cloud in frame %2.</source>
        <translation>%1 在第 %2 帧离开了点云范围。</translation>
    </message>
    <message>
        <source>%1 is out of sight from frame %2 on.</source>
        <translation>%1 从第 %2 帧起看不见了。</translation>
    </message>
    <message>
        <source>%1 is lost in frame %2: what is there does not fit.</source>
        <translation>%1 在第 %2 帧跟丢了：那里的点与它不吻合。</translation>
    </message>
    <message>
        <source>%1 goes no farther than frame %2, whose cloud cannot be read.</source>
        <translation>%1 只能带到第 %2 帧：该帧点云无法读取。</translation>
    </message>
</context>
<context>
    <name>RecognisedImport</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no boxes</source>
        <translation>没有框</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>The report was cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>报告：%1</translation>
    </message>
    <message>
        <source>Written on %1 by Lunkuo</source>
        <translation>由轮廓（Lunkuo）于 %1 生成</translation>
    </message>
    <message>
        <source>Agreement with %1</source>
        <translation>与 %1 的一致性</translation>
    </message>
    <message>
        <source>A is this project, B is %1.</source>
        <translation>A 是本项目，B 是 %1。</translation>
    </message>
    <message>
        <source>Missing object</source>
        <translation>漏标目标</translation>
    </message>
    <message>
        <source>The frame as a whole</source>
        <translation>整帧</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>· reviewer: %1</source>
        <translation>· 质检员：%1</translation>
    </message>
    <message>
        <source>Reviewer: “%1”</source>
        <translation>质检员：“%1”</translation>
    </message>
    <message>
        <source>Annotator: “%1”</source>
        <translation>标注员：“%1”</translation>
    </message>
    <message>
        <source>What is still rejected</source>
        <translation>尚未通过的驳回</translation>
    </message>
    <message>
        <source>Pictures are shown of %1 of %2.</source>
        <translation>其中 %1 项附有图片，共 %2 项。</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>with annotation</source>
        <translation>有标注</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Objects by class</source>
        <translation>各类别的目标</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>shapes</source>
        <translation>标注形状</translation>
    </message>
    <message>
        <source>of them key frames</source>
        <translation>其中关键帧</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>已质检</translation>
    </message>
    <message>
        <source>accepted at once</source>
        <translation>一次通过</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>通过率</translation>
    </message>
    <message>
        <source>accepted later</source>
        <translation>修改后通过</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>标注形状</translation>
    </message>
    <message>
        <source>Frames as a whole</source>
        <translation>整帧</translation>
    </message>
    <message>
        <source>Missing objects</source>
        <translation>漏标目标</translation>
    </message>
    <message>
        <source>Shapes that nobody has judged yet: %1. The rate is the share that was right at the first look: accepted at once, of all that were judged. “Rejected” waits for the annotator, “answered” for the reviewer.</source>
        <translation>尚未质检的标注形状：%1。通过率是第一次质检就正确的比例，即一次通过数除以全部已质检数。“驳回”等待标注员处理，“已答复”等待质检员确认。</translation>
    </message>
    <message>
        <source>Review by annotator</source>
        <translation>按标注员统计的质检</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>The annotator of a shape is who answered its rejection, else who changed it last.</source>
        <translation>标注形状的标注员是答复驳回的人；没有答复时，是最后修改它的人。</translation>
    </message>
    <message>
        <source>Review by class</source>
        <translation>按类别统计的质检</translation>
    </message>
    <message>
        <source>Why things were rejected</source>
        <translation>驳回原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Measured from the project&apos;s history: the time between two steps of a person counts for what the later one changes; pauses of more than %1 s are idle and left out. Undo and redo take time but are no actions. An object is one track, a shape that object in one frame.</source>
        <translation>由项目的历史记录测得：同一人前后两步之间的时间，算在后一步所修改的目标上；超过 %1 秒的停顿视为空闲，不计入。撤销和重做计时间，但不计操作。一个目标是一条轨迹，一个标注形状是该目标在某一帧中的样子。</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>s per object</source>
        <translation>秒/目标</translation>
    </message>
    <message>
        <source>s per shape</source>
        <translation>秒/形状</translation>
    </message>
    <message>
        <source>actions per object</source>
        <translation>操作/目标</translation>
    </message>
    <message>
        <source>Work that changes no object (reviewing, states of frames)</source>
        <translation>不修改目标的工作（质检、帧状态）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>s per action</source>
        <translation>秒/操作</translation>
    </message>
    <message>
        <source>Automatic checks</source>
        <translation>自动检查</translation>
    </message>
    <message>
        <source>The checks have found nothing.</source>
        <translation>自动检查没有发现问题。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>Time and actions by person</source>
        <translation>各人的时间和操作</translation>
    </message>
    <message>
        <source>Time and actions by class</source>
        <translation>各类别的时间和操作</translation>
    </message>
    <message>
        <source>Nobody has changed an object yet.</source>
        <translation>还没有人修改过目标。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 个</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>“report” takes a project and where the report goes: lunkuo report PROJECT --out FILE.html|FILE.pdf</source>
        <translation>“report” 需要一个项目和报告的存放位置：lunkuo report PROJECT --out FILE.html|FILE.pdf</translation>
    </message>
    <message>
        <source>“--language” should be “zh_CN” or “en”, but it is “%1”.</source>
        <translation>“--language” 应为 “zh_CN” 或 “en”，但给出的是“%1”。</translation>
    </message>
    <message>
        <source>The report was written to “%1”.</source>
        <translation>报告已写入“%1”。</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>The report “%1” cannot be written: %2.</source>
        <translation>报告“%1”无法写入：%2。</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
    <message>
        <source>“%1” should end in .html or .pdf.</source>
        <translation>“%1”应以 .html 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>所在文件夹不存在</translation>
    </message>
</context>
<context>
    <name>ReportPictures</name>
    <message>
        <source>The report was cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>The object is gone, and this line of the history does not say what it was.</source>
        <translation>目标已经不在，这一行历史也没有记下它原来是什么。</translation>
    </message>
    <message>
        <source>The frame of this state is gone.</source>
        <translation>这个状态所在的帧已经不在。</translation>
    </message>
    <message>
        <source>The object is in this state already.</source>
        <translation>目标已经是这个状态。</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复%1</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Frame %1 is not accepted: %2 things in it are rejected and not closed yet.</source>
        <translation>帧 %1 没有通过：其中有 %2 处被驳回，还没有关闭。</translation>
    </message>
    <message>
        <source>There is nothing to say anything of.</source>
        <translation>这里没有可以下结论的内容。</translation>
    </message>
    <message>
        <source>a place in frame %1</source>
        <translation>帧 %1 中的一处</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>帧 %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>通过%1</translation>
    </message>
    <message>
        <source>“Other” needs some words that say what is wrong.</source>
        <translation>选“其他”时，要写明哪里不对。</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>驳回%1</translation>
    </message>
    <message>
        <source>Mark a missing object</source>
        <translation>标出漏标目标</translation>
    </message>
    <message>
        <source>There is nothing rejected to be answered.</source>
        <translation>这里没有需要答复的驳回。</translation>
    </message>
    <message>
        <source>Answer about %1</source>
        <translation>答复：%1</translation>
    </message>
    <message>
        <source>Withdraw the verdict on %1</source>
        <translation>撤回对%1 的结论</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1等（另有 %2 个）</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>ReviewGuard</name>
    <message>
        <source>While you review, annotation is not changed by hand. Ctrl+Shift+R goes back to annotating.</source>
        <translation>质检时不会改动标注。要修改，请按 Ctrl+Shift+R 回到标注。</translation>
    </message>
</context>
<context>
    <name>ReviewMenu</name>
    <message>
        <source>&amp;Review</source>
        <translation>质检(&amp;R)</translation>
    </message>
    <message>
        <source>Review instead of annotating</source>
        <translation>切换到质检</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>通过并转到下一个</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Mark a missing object</source>
        <translation>标出漏标目标</translation>
    </message>
    <message>
        <source>Accept the frame with all that is in it</source>
        <translation>通过整帧及其中全部目标</translation>
    </message>
    <message>
        <source>Back to the one before</source>
        <translation>回到上一个</translation>
    </message>
    <message>
        <source>Withdraw the verdict</source>
        <translation>撤回结论</translation>
    </message>
    <message>
        <source>Next one that waits for you</source>
        <translation>下一个待处理</translation>
    </message>
    <message>
        <source>Previous one that waits for you</source>
        <translation>上一个待处理</translation>
    </message>
    <message>
        <source>Answer what was rejected…</source>
        <translation>答复驳回…</translation>
    </message>
    <message>
        <source>Everything in this order has been looked at.</source>
        <translation>按这个顺序已经全部看完。</translation>
    </message>
    <message>
        <source>There is nothing to review in this order.</source>
        <translation>按这个顺序没有需要质检的内容。</translation>
    </message>
    <message>
        <source>Click where the object is missing; Escape gives up.</source>
        <translation>单击漏标目标的位置；按 Escape 放弃。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>%1: what has been done about it? Enter says that it is mended.</source>
        <translation>%1：做了什么修改？按 Enter 表示已改好。</translation>
    </message>
    <message>
        <source>Film strip of the object</source>
        <translation>目标胶片条</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有等你处理的内容。</translation>
    </message>
    <message>
        <source>This is for reviewing: Ctrl+Shift+R begins it.</source>
        <translation>这是质检操作：按 Ctrl+Shift+R 进入质检。</translation>
    </message>
    <message>
        <source>This project is open read-only: nothing is accepted, only the next one comes.</source>
        <translation>项目以只读方式打开：不会记下“通过”，只转到下一个。</translation>
    </message>
    <message>
        <source>Accept several objects</source>
        <translation>通过多个目标</translation>
    </message>
    <message>
        <source>%1 are selected. Accept all of them?</source>
        <translation>已选中%1。全部通过吗？</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部通过</translation>
    </message>
    <message>
        <source>The checks find errors in frame %1: %2. The same key once more accepts it all the same.</source>
        <translation>自动检查在第 %1 帧发现 %2 处错误。再按一次同样的键，仍然通过。</translation>
    </message>
</context>
<context>
    <name>RosBag</name>
    <message>
        <source>“%1” is a bag in MCAP, which is not read; convert it with “ros2 bag convert” to sqlite3.</source>
        <translation>“%1”是 MCAP 录包，读不了；请用“ros2 bag convert”转成 sqlite3。</translation>
    </message>
    <message>
        <source>“%1” is a bag of ROS 1, which is not read; convert it with “rosbags-convert” to ROS 2.</source>
        <translation>“%1”是 ROS 1 录包，读不了；请用“rosbags-convert”转成 ROS 2。</translation>
    </message>
    <message>
        <source>“%1” is compressed; decompress it first, with “zstd -d”.</source>
        <translation>“%1”是压缩文件；请先用“zstd -d”解压。</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a ROS 2 bag: %2.</source>
        <translation>“%1”不能作为 ROS 2 录包读取：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: permission denied.</source>
        <translation>“%1”读不出：没有权限。</translation>
    </message>
    <message>
        <source>“%1” is no ROS 2 bag: it has no table “%2”.</source>
        <translation>“%1”不是 ROS 2 录包：没有表“%2”。</translation>
    </message>
    <message>
        <source>“%1” says that the bag is compressed (%2), which is not read; convert it with “ros2 bag convert” to an uncompressed one.</source>
        <translation>“%1”说明录包是压缩的（%2），读不了；请用“ros2 bag convert”转成不压缩的。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1” holds no ROS 2 bag, which is a .db3 file.</source>
        <translation>“%1”里没有 ROS 2 录包（.db3 文件）。</translation>
    </message>
    <message>
        <source>Looking into “%1” was cancelled.</source>
        <translation>已取消查看“%1”。</translation>
    </message>
</context>
<context>
    <name>RosMessages</name>
    <message>
        <source>%1: the fields do not fit into points of %2 bytes.</source>
        <translation>%1：字段放不进 %2 字节的点。</translation>
    </message>
    <message>
        <source>%1: %2 × %3 points of %4 bytes in rows of %5 are announced, but there are %6 bytes.</source>
        <translation>%1：声明有 %2 × %3 个点，每点 %4 字节，每行 %5 字节，而数据只有 %6 字节。</translation>
    </message>
    <message>
        <source>%1: the message is damaged or no PointCloud2 in CDR.</source>
        <translation>%1：消息已损坏，或不是 CDR 编码的 PointCloud2。</translation>
    </message>
    <message>
        <source>%1: %2 values of a point; at most %3 were expected.</source>
        <translation>%1：每个点有 %2 个值，最多应为 %3 个。</translation>
    </message>
</context>
<context>
    <name>SampleCommand</name>
    <message>
        <source>“--%1” should be a number from %2 to %3, but it is “%4”.</source>
        <translation>“--%1”应为 %2 到 %3 的数字，却是“%4”。</translation>
    </message>
    <message>
        <source>“sample” takes one folder to write to.</source>
        <translation>“sample”要一个用于写入的文件夹。</translation>
    </message>
    <message>
        <source>“%1”: frames %2, points %3, objects %4, labels %5</source>
        <translation>“%1”：%2 帧，%3 个点，%4 个目标，%5 条标注</translation>
    </message>
</context>
<context>
    <name>SampleProject</name>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>“%1” cannot be made for the sample.</source>
        <translation>无法为示例建立“%1”。</translation>
    </message>
    <message>
        <source>Simulating the sample street. This is done only once.</source>
        <translation>正在模拟示例街道，只需做这一次。</translation>
    </message>
</context>
<context>
    <name>SampleWriter</name>
    <message>
        <source>Making the sample was cancelled.</source>
        <translation>已取消生成示例。</translation>
    </message>
    <message>
        <source>“%1” exists already; the sample goes into a new or an empty folder.</source>
        <translation>“%1”已存在；示例数据只能写入新文件夹或空文件夹。</translation>
    </message>
</context>
<context>
    <name>SavedViewsMenu</name>
    <message>
        <source>Saved views</source>
        <translation>视角收藏</translation>
    </message>
    <message>
        <source>View %1 is kept.</source>
        <translation>视角 %1 已保存。</translation>
    </message>
    <message>
        <source>Go to view %1</source>
        <translation>转到视角 %1</translation>
    </message>
    <message>
        <source>Keep this view as %1</source>
        <translation>把当前视角存为 %1</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Move %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>旋转%1</translation>
    </message>
    <message>
        <source>Let go to keep · Escape drops</source>
        <translation>松手保留 · Esc 放弃</translation>
    </message>
    <message>
        <source>Resize %1: %2</source>
        <translation>调整%1的大小：%2</translation>
    </message>
    <message>
        <source>It is locked: Ctrl+L unlocks it</source>
        <translation>已锁定：按 Ctrl+L 解锁</translation>
    </message>
    <message>
        <source>Click an object to select it, with Ctrl several · Shift and drag selects all in a rectangle</source>
        <translation>单击选中目标，按住 Ctrl 可多选 · Shift 拖动框选</translation>
    </message>
    <message>
        <source>Enter confirms it as a key frame · drag to move · grips resize and turn · N flips the heading · Delete deletes</source>
        <translation>Enter 确认为关键帧 · 拖动可移动 · 手柄调整尺寸和朝向 · N 掉头 · Delete 删除</translation>
    </message>
    <message>
        <source>Drag to move · grips resize and turn; Ctrl or a double-click takes them to the points, in the middle all · N flips the heading · Delete deletes</source>
        <translation>拖动移动 · 手柄调整大小、旋转；按住 Ctrl 拖或双击手柄贴合到点，双击中心收缩所有面 · N 翻转朝向 · Delete 删除</translation>
    </message>
    <message>
        <source>Click selects, with Ctrl several · double-click looks closer · drag turns the view</source>
        <translation>单击选中，按住 Ctrl 可选多个 · 双击拉近 · 拖动旋转视图</translation>
    </message>
    <message>
        <source>%1 selected: keys change all, drags and arrows move all, grips change the last one</source>
        <translation>已选 %1 个目标：快捷键作用于全部，拖动和方向键移动全部，手柄只作用于最后选中的一个</translation>
    </message>
</context>
<context>
    <name>SemanticKittiExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Boxes without a point, which are lost: %1.</source>
        <translation>框内没有点、会丢失的框：%1 个。</translation>
    </message>
    <message>
        <source>Objects that got another number as instance, because 16 bits hold up to 65535: %1.</source>
        <translation>另编实例号的目标（16 位最大 65535）：%1 个。</translation>
    </message>
    <message>
        <source>Frames without a pose, which stand where the first one does: %1.</source>
        <translation>没有位姿、放在第一帧位置的帧：%1。</translation>
    </message>
    <message>
        <source>Frames that are for something else than most of their sequence, and went with it: %1.</source>
        <translation>数据划分与所在序列的多数帧不同、改随多数的帧：%1。</translation>
    </message>
    <message>
        <source>Classes that SemanticKITTI does not know have ids of their own, which the configuration beside the sequences says: %1.</source>
        <translation>SemanticKITTI 不认识、使用自定义编号的类别（编号见序列旁的配置文件）：%1。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
    <message>
        <source>Points of road, buildings and the like keep the labels that their dataset has: %1.</source>
        <translation>道路、建筑等点保留数据集原有的标签：%1 个点。</translation>
    </message>
    <message>
        <source>Points in no box are unlabeled.</source>
        <translation>不在任何框里的点没有标签。</translation>
    </message>
    <message>
        <source>Labels beside a cloud that cannot be read, or are of another number of points, left out: %1 files.</source>
        <translation>点云旁的标签文件无法读取，或与点数不符，未采用：%1 个文件。</translation>
    </message>
    <message>
        <source>Frames of sequences in which some have no time; all were put 0.1 s apart: %1.</source>
        <translation>所在序列有的帧没有时间戳，因此该序列所有帧都按间隔 0.1 秒写出：%1 帧。</translation>
    </message>
</context>
<context>
    <name>SemanticKittiImport</name>
    <message>
        <source>“%1” holds no labels of SemanticKITTI: “sequences/00/labels/*.label” was expected.</source>
        <translation>“%1”里没有 SemanticKITTI 标签：应有“sequences/00/labels/*.label”。</translation>
    </message>
    <message>
        <source>“%1” has labels of %2 points, but “%3” has %4 points.</source>
        <translation>“%1”有 %2 个点的标签，而“%3”有 %4 个点。</translation>
    </message>
    <message>
        <source>SemanticKITTI has no boxes: those of %1 instances were put round their points, and which end is the front is not known.</source>
        <translation>SemanticKITTI 没有立方框：%1 个实例的框是按各自的点围成的，哪一端是车头无从得知。</translation>
    </message>
    <message>
        <source>Labels of single points are not held, only what was made of their instances: %1 frames.</source>
        <translation>点级标签不保存，只保存由实例得到的框：%1 帧。</translation>
    </message>
    <message>
        <source>Instances of fewer than %1 points, left out: %2.</source>
        <translation>不足 %1 个点、未采用的实例：%2 个。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
    <message>
        <source>None of the %1 label files in “%2” bears the name of a frame of the project.</source>
        <translation>“%2”里的 %1 个标注文件没有一个与项目的帧同名。</translation>
    </message>
    <message>
        <source>Label files that belong to no frame of the project: %1.</source>
        <translation>不属于项目任何一帧的标注文件：%1。</translation>
    </message>
</context>
<context>
    <name>SemanticLabels</name>
    <message>
        <source>“%1”: a label of 4 bytes for each point was expected, but it is %2 bytes.</source>
        <translation>“%1”：应为每点 4 字节的标签，实为 %2 字节。</translation>
    </message>
</context>
<context>
    <name>SensorActions</name>
    <message>
        <source>The sensor&apos;s position needs three finite numbers.</source>
        <translation>传感器位置需要三个有限的数值。</translation>
    </message>
    <message>
        <source>Set the sensor&apos;s position</source>
        <translation>设置传感器位置</translation>
    </message>
    <message>
        <source>Estimate the sensor&apos;s position</source>
        <translation>估计传感器位置</translation>
    </message>
</context>
<context>
    <name>SensorFiles</name>
    <message>
        <source>Pictures that are missing and were left out: %1.</source>
        <translation>缺失、未导出的图像：%1 张。</translation>
    </message>
    <message>
        <source>Clouds in map coordinates, of which float32 loses centimetres: %1.</source>
        <translation>采用地图坐标、float32 会丢失厘米的点云：%1。</translation>
    </message>
</context>
<context>
    <name>SensorLayer</name>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Sensor (estimated)</source>
        <translation>传感器（估计）</translation>
    </message>
</context>
<context>
    <name>SequenceEvaluation</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>“%1” has one frame only and is no sequence.</source>
        <translation>“%1”只有一帧，不是序列。</translation>
    </message>
    <message>
        <source>No labelled vehicle has at least %1 points in any frame of a sequence.</source>
        <translation>序列的任何一帧中都没有至少 %1 个点的带标注车辆。</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>vehicles annotated</source>
        <translation>标注的车辆数</translation>
    </message>
    <message>
        <source>frames in which one of them is visible</source>
        <translation>车辆可见的车·帧数</translation>
    </message>
    <message>
        <source>boxes measured</source>
        <translation>参与评测的框数</translation>
    </message>
    <message>
        <source>after one click each: BEV ≥ 0.7</source>
        <translation>每车点一下后：BEV ≥ 0.7</translation>
    </message>
    <message>
        <source>after one click each: mean BEV</source>
        <translation>每车点一下后：平均 BEV</translation>
    </message>
    <message>
        <source>in the end: BEV ≥ 0.7</source>
        <translation>最终：BEV ≥ 0.7</translation>
    </message>
    <message>
        <source>in the end: mean BEV</source>
        <translation>最终：平均 BEV</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>打点次数</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>贴合次数</translation>
    </message>
    <message>
        <source>drags</source>
        <translation>拖动次数</translation>
    </message>
    <message>
        <source>actions per vehicle</source>
        <translation>每辆车的操作数</translation>
    </message>
    <message>
        <source>actions per visible vehicle and frame</source>
        <translation>每个可见车·帧的操作数</translation>
    </message>
    <message>
        <source>keys for carrying, per vehicle</source>
        <translation>每辆车按带框键的次数</translation>
    </message>
    <message>
        <source>seconds of computing per vehicle</source>
        <translation>每辆车的计算时间（秒）</translation>
    </message>
</context>
<context>
    <name>SequenceFiles</name>
    <message>
        <source>“%1” has %2 lines for %3 frames, so it was left out.</source>
        <translation>“%1”有 %2 行，而帧有 %3 个，未采用。</translation>
    </message>
    <message>
        <source>Frames that “%1” has no moment for: %2.</source>
        <translation>“%1”中没有时间的帧：%2。</translation>
    </message>
</context>
<context>
    <name>SequenceMenu</name>
    <message>
        <source>&amp;Sequence</source>
        <translation>序列(&amp;S)</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Frame is done, go to the next</source>
        <translation>本帧完成，去下一帧</translation>
    </message>
    <message>
        <source>Frame is not done yet</source>
        <translation>本帧还没完成</translation>
    </message>
    <message>
        <source>Next frame that is not done</source>
        <translation>下一个未完成的帧</translation>
    </message>
    <message>
        <source>All frames are done.</source>
        <translation>所有帧都已完成。</translation>
    </message>
    <message>
        <source>Sensor position…</source>
        <translation>传感器位置…</translation>
    </message>
    <message>
        <source>The cloud of this frame cannot be read, so the frame is not done.</source>
        <translation>这一帧的点云无法读取，不能标为完成。</translation>
    </message>
    <message>
        <source>The frame is not done: %1 objects lack required answers. The first one is selected.</source>
        <translation>这一帧还不能完成：有 %1 个目标缺少必填属性，已选中第一个。</translation>
    </message>
    <message>
        <source>Estimate poses…</source>
        <translation>估计位姿…</translation>
    </message>
    <message>
        <source>Complete over all frames</source>
        <translation>多帧补全</translation>
    </message>
    <message>
        <source>Go to the best frame of the object</source>
        <translation>跳到目标看得最清楚的一帧</translation>
    </message>
    <message>
        <source>Aggregated view of the object…</source>
        <translation>目标多帧叠加视图…</translation>
    </message>
    <message>
        <source>Batch view of the object…</source>
        <translation>目标批量视图…</translation>
    </message>
    <message>
        <source>Merge frames into one view…</source>
        <translation>合并多帧显示…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Next key frame of the object</source>
        <translation>目标的下一个关键帧</translation>
    </message>
    <message>
        <source>Previous key frame of the object</source>
        <translation>目标的上一个关键帧</translation>
    </message>
    <message>
        <source>Next problem: an uncertain frame or a gap</source>
        <translation>下一处问题：把握不大或缺失的帧</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一处问题</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>The object has no key frame that way.</source>
        <translation>这个方向上，该目标没有关键帧了。</translation>
    </message>
    <message>
        <source>There is no problem that way.</source>
        <translation>这个方向上没有问题了。</translation>
    </message>
    <message>
        <source>The object has a gap here: it was seen before and comes again, but has no box.</source>
        <translation>目标在这里缺失：前后的帧都有，这一帧没有框。</translation>
    </message>
    <message>
        <source>Columns of text clouds…</source>
        <translation>文本点云的列…</translation>
    </message>
    <message>
        <source>This is the last frame.</source>
        <translation>已经是最后一帧。</translation>
    </message>
    <message>
        <source>This is the first frame.</source>
        <translation>已经是第一帧。</translation>
    </message>
    <message>
        <source>There is only one frame.</source>
        <translation>只有一帧。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>It is open read-only: nothing in it can be changed.</source>
        <translation>现以只读方式打开，不能修改。</translation>
    </message>
</context>
<context>
    <name>ShapeActions</name>
    <message>
        <source>There is no frame to add the object to.</source>
        <translation>没有可以添加目标的帧。</translation>
    </message>
    <message>
        <source>A cuboid needs finite numbers and a size above zero.</source>
        <translation>立方框的数字必须有限、尺寸必须大于零。</translation>
    </message>
    <message>
        <source>Flip heading</source>
        <translation>航向调头</translation>
    </message>
    <message>
        <source>The taxonomy has no class “%1”.</source>
        <translation>标签体系里没有类别“%1”。</translation>
    </message>
    <message>
        <source>Change class to %1</source>
        <translation>类别改为%1</translation>
    </message>
    <message>
        <source>“%1” of a %2 does not take this value.</source>
        <translation>%2 的“%1”不接受这个值。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>设置%1</translation>
    </message>
    <message>
        <source>Mark frame %1</source>
        <translation>把帧标为%1</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 个目标</translation>
    </message>
    <message>
        <source>“%1” is locked: unlock it before it is changed.</source>
        <translation>“%1”已锁定，请先解锁再修改。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定%1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁%1</translation>
    </message>
</context>
<context>
    <name>ShapeClipboard</name>
    <message>
        <source>Paste %1</source>
        <translation>粘贴%1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 个目标</translation>
    </message>
</context>
<context>
    <name>SideHand</name>
    <message>
        <source>Move %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>旋转%1</translation>
    </message>
    <message>
        <source>Resize %1: %2</source>
        <translation>调整%1的大小：%2</translation>
    </message>
    <message>
        <source>Let go to keep · Ctrl fits to the points · Escape drops</source>
        <translation>松开即保存 · Ctrl 贴合到点 · Esc 放弃</translation>
    </message>
    <message>
        <source>Drag to move · double-click draws all faces in to the points · arrow keys nudge, with Shift ten times · Ctrl+arrows turn</source>
        <translation>拖动可移动 · 双击使所有面收缩到点 · 方向键微调，加 Shift 为十倍 · Ctrl+方向键旋转</translation>
    </message>
    <message>
        <source>Drag to turn · Ctrl+arrow keys turn by half a degree</source>
        <translation>拖动可旋转 · Ctrl+方向键每次旋转半度</translation>
    </message>
    <message>
        <source>Drag: %1 · with Ctrl it goes to the points · double-click draws it in to the points · arrow keys nudge only it</source>
        <translation>拖动：%1 · 按住 Ctrl 贴合到点 · 双击收缩到点 · 方向键只微调它</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
</context>
<context>
    <name>SizeChecks</name>
    <message>
        <source>%1 measures %2 m, which no %3 does.</source>
        <translation>%1 的尺寸为 %2 米，没有这样大小的%3。</translation>
    </message>
    <message>
        <source>%1 measures %2 m, as a %3 does.</source>
        <translation>%1 的尺寸为 %2 米，更像%3。</translation>
    </message>
    <message>
        <source>%1 measures %2 m here, but %3 m in the frame beside it.</source>
        <translation>%1 在这里的尺寸为 %2 米，相邻帧却是 %3 米。</translation>
    </message>
</context>
<context>
    <name>Splits</name>
    <message>
        <source>There are fewer sequences than shares, and a sequence is not divided: sequences: %1, shares: %2.</source>
        <translation>序列比划分的份数少，而一个序列不会拆开。序列：%1，份数：%2。</translation>
    </message>
    <message>
        <source>Frames between the blocks, left out because objects of both are in them: %1.</source>
        <translation>位于两段之间、因含有两段共有的目标而未导出的帧：%1。</translation>
    </message>
    <message>
        <source>The sequence has too few frames to be cut: %1.</source>
        <translation>序列帧数太少，无法切分：%1 帧。</translation>
    </message>
    <message>
        <source>The sequence cannot be cut into blocks without an object on both sides: %1 %2 is in %3 of its %4 frames. Use whole sequences instead.</source>
        <translation>这个序列无法切成互不共有目标的几段：%1 %2 出现在 %4 帧中的 %3 帧。请改用整个序列划分。</translation>
    </message>
    <message>
        <source>At least one of the shares should be greater than zero.</source>
        <translation>比例至少应有一个大于零。</translation>
    </message>
    <message>
        <source>“%1” should be the shares of training, validation and test, as in 80,10,10.</source>
        <translation>“%1”应为训练、验证和测试的比例，如 80,10,10。</translation>
    </message>
    <message>
        <source>No frame is for validation: val lists those of train, because loaders want frames there, so that scores on it say nothing about new data.</source>
        <translation>没有用于验证的帧：val 列的是 train 的帧，因为加载程序要求其中有帧；用它算出的指标不反映对新数据的效果。</translation>
    </message>
    <message>
        <source>No frame is for training: train lists those of val, because loaders want frames there.</source>
        <translation>没有用于训练的帧：train 列的是 val 的帧，因为加载程序要求其中有帧。</translation>
    </message>
    <message>
        <source>Only a single sequence is cut; these were shared out whole: %1.</source>
        <translation>只有单个序列才切分；以下数量的序列按整体划分：%1。</translation>
    </message>
</context>
<context>
    <name>SqlWords</name>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>没有写入权限</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the disk does not read or write</source>
        <translation>磁盘读写失败</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the file or one beside it cannot be opened</source>
        <translation>无法打开该文件或它旁边的文件</translation>
    </message>
    <message>
        <source>something in it is too large</source>
        <translation>其中有内容过大</translation>
    </message>
    <message>
        <source>SQLite says “%1”</source>
        <translation>SQLite 报告“%1”</translation>
    </message>
</context>
<context>
    <name>SuggestionEvaluation</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>There are no labelled frames.</source>
        <translation>没有标注帧。</translation>
    </message>
</context>
<context>
    <name>SuggestionLayer</name>
    <message>
        <source>%1? %2 %</source>
        <translation>%1？%2 %</translation>
    </message>
</context>
<context>
    <name>SuggestionReport</name>
    <message>
        <source>sure</source>
        <translation>可信</translation>
    </message>
    <message>
        <source>prec≥.5</source>
        <translation>准确≥.5</translation>
    </message>
    <message>
        <source>prec≥.7</source>
        <translation>准确≥.7</translation>
    </message>
    <message>
        <source>%1+≥.5</source>
        <translation>%1点≥.5</translation>
    </message>
    <message>
        <source>%1+≥.7</source>
        <translation>%1点≥.7</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>== What is suggested without a click: precision and recall in %, BEV overlap ≥ 0.5 and ≥ 0.7 ==</source>
        <translation>== 无需打点的建议：准确率与召回率（%），俯视重叠 ≥ 0.5 与 ≥ 0.7 ==</translation>
    </message>
    <message>
        <source>Recall of labelled vehicles with at least 20, 50 and 200 points</source>
        <translation>至少 20、50、200 点的已标注车辆的召回率</translation>
    </message>
    <message>
        <source>How honest the confidence is (overlap ≥ 0.5), in %</source>
        <translation>置信度是否如实（重叠 ≥ 0.5），%</translation>
    </message>
    <message>
        <source>Suggesting in a frame: median %1 ms, 95 % within %2 ms (%3 frames)</source>
        <translation>每帧生成建议：中位 %1 毫秒，95 % 在 %2 毫秒内（共 %3 帧）</translation>
    </message>
</context>
<context>
    <name>SuperviselyExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
</context>
<context>
    <name>SuperviselyImport</name>
    <message>
        <source>“%1”, frame %2, figure %3</source>
        <translation>“%1”，帧 %2，图形 %3</translation>
    </message>
    <message>
        <source>%1: x, y, z each of position, rotation and dimensions were expected.</source>
        <translation>%1：position、rotation 和 dimensions 应各有 x、y、z。</translation>
    </message>
    <message>
        <source>%1: no object has the key “%2”.</source>
        <translation>%1：没有键为“%2”的目标。</translation>
    </message>
    <message>
        <source>Figures of “%1” that are no cuboids, left out: %2.</source>
        <translation>“%1”里不是立方框、未采用的图形：%2 个。</translation>
    </message>
    <message>
        <source>In “%1” vehicles are longer along y: that was taken as their length, and -y as their front. The format does not say which end is the front; check it.</source>
        <translation>“%1”里的车辆沿 y 轴更长：已把 y 当作车长方向，-y 当作车头。这种格式不说明哪一端是车头，请检查。</translation>
    </message>
    <message>
        <source>“%1” holds no Supervisely episodes: “%2” in its folders was expected.</source>
        <translation>“%1”里没有 Supervisely 点云序列（episodes）：各文件夹里应有“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no annotation of Supervisely episodes: it has no lists “objects” and “frames”.</source>
        <translation>“%1”不是 Supervisely 点云序列（episodes）的标注：没有列表“objects”和“frames”。</translation>
    </message>
</context>
<context>
    <name>SustechExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>Frames whose cameras stand elsewhere than in the first frame, which SUSTechPOINTS cannot say: %1.</source>
        <translation>相机位置与第一帧不同、而 SUSTechPOINTS 无法表示的帧：%1。</translation>
    </message>
    <message>
        <source>SUSTechPOINTS shows the pictures of a scene with a single frame only as .jpg: %1.</source>
        <translation>场景只有一帧时，SUSTechPOINTS 只显示 .jpg 图像，显示不出的图像：%1 张。</translation>
    </message>
    <message>
        <source>The project has no frames to export.</source>
        <translation>项目里没有可导出的帧。</translation>
    </message>
</context>
<context>
    <name>SustechImport</name>
    <message>
        <source>“%1” holds no labels of SUSTechPOINTS: “label/*.json” was expected.</source>
        <translation>“%1”里没有 SUSTechPOINTS 标注：应有“label/*.json”。</translation>
    </message>
    <message>
        <source>%1: “psr” with position, scale and rotation, each with x, y and z, was expected.</source>
        <translation>%1：应有“psr”，含 position、scale 和 rotation，各有 x、y、z。</translation>
    </message>
    <message>
        <source>“%1”, line 1: a list of objects, or an object with the list “objs”, was expected.</source>
        <translation>“%1”第 1 行：应为目标列表，或带列表“objs”的对象。</translation>
    </message>
    <message>
        <source>“%1”, object %2</source>
        <translation>“%1”，目标 %2</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
    <message>
        <source>None of the %1 label files in “%2” bears the name of a frame of the project.</source>
        <translation>“%2”里的 %1 个标注文件没有一个与项目的帧同名。</translation>
    </message>
    <message>
        <source>Label files that belong to no frame of the project: %1.</source>
        <translation>不属于项目任何一帧的标注文件：%1。</translation>
    </message>
</context>
<context>
    <name>SustechPoses</name>
    <message>
        <source>“%1”, line 1: x, y, z, azimuth, pitch and roll, or “lidarPose” with 16 numbers, were expected.</source>
        <translation>“%1”第 1 行：应有 x、y、z、azimuth、pitch、roll，或有 16 个数的“lidarPose”。</translation>
    </message>
    <message>
        <source>Further files of poses that cannot be read: %1.</source>
        <translation>另有无法读取的位姿文件：%1 个。</translation>
    </message>
</context>
<context>
    <name>Taxonomy</name>
    <message>
        <source>“%1” cannot be read as a taxonomy: %2; built in are %3.</source>
        <translation>“%1”不能作为标签体系读取：%2；内置的有 %3。</translation>
    </message>
    <message>
        <source>“%1” is too large for a taxonomy: at most 4 MiB were expected.</source>
        <translation>“%1”作为标签体系太大了：最多 4 MiB。</translation>
    </message>
    <message>
        <source>“%1” is no JSON object, at byte %2: %3.</source>
        <translation>“%1”不是 JSON 对象，在第 %2 字节：%3。</translation>
    </message>
</context>
<context>
    <name>TaxonomyReader</name>
    <message>
        <source>“%1” is no usable taxonomy: at %2, %3.</source>
        <translation>“%1”不是可用的标签体系：在%2处，%3。</translation>
    </message>
    <message>
        <source>“%1” is no member that is known</source>
        <translation>“%1”不是已知成员</translation>
    </message>
    <message>
        <source>“%1” must be a text</source>
        <translation>“%1”必须是文本</translation>
    </message>
    <message>
        <source>“%1” must be a list</source>
        <translation>“%1”必须是列表</translation>
    </message>
    <message>
        <source>“%1” must be a number</source>
        <translation>“%1”必须是数字</translation>
    </message>
    <message>
        <source>“%1” must be true or false</source>
        <translation>“%1”必须是 true 或 false</translation>
    </message>
    <message>
        <source>the top</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>“classes”</source>
        <translation>“classes”</translation>
    </message>
    <message>
        <source>at least one class was expected</source>
        <translation>至少应有一个类别</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>属性 %1</translation>
    </message>
    <message>
        <source>“%1” must be a word without blanks</source>
        <translation>“%1”必须是不含空格的词</translation>
    </message>
    <message>
        <source>“name” must be a text or {&quot;en&quot;: …, &quot;zh&quot;: …}</source>
        <translation>“name”必须是文本或 {&quot;en&quot;: …, &quot;zh&quot;: …}</translation>
    </message>
    <message>
        <source>“key” of a class must be 1 to 9, not “%1”</source>
        <translation>类别的“key”必须是 1 到 9，而不是“%1”</translation>
    </message>
    <message>
        <source>“key” must be one of %1 or Shift and a letter, not “%2”</source>
        <translation>“key”必须是 %1 之一或 Shift 加字母，而不是“%2”</translation>
    </message>
    <message>
        <source>“color” must look like #3399FF</source>
        <translation>“color”必须形如 #3399FF</translation>
    </message>
    <message>
        <source>“size” must be [length, width, height] in metres</source>
        <translation>“size”必须是 [长, 宽, 高]，单位米</translation>
    </message>
    <message>
        <source>“body” must be one of %1</source>
        <translation>“body”必须是 %1 之一</translation>
    </message>
    <message>
        <source>“type” must be one of %1</source>
        <translation>“type”必须是 %1 之一</translation>
    </message>
    <message>
        <source>“scope” must be one of %1</source>
        <translation>“scope”必须是 %1 之一</translation>
    </message>
    <message>
        <source>%1, choice %2</source>
        <translation>%1，选项 %2</translation>
    </message>
    <message>
        <source>a choice needs “choices”, and nothing else has them</source>
        <translation>选择型属性必须有“choices”，其他类型不能有</translation>
    </message>
    <message>
        <source>only a flag has a “key” of its own</source>
        <translation>只有开关型属性才有自己的“key”</translation>
    </message>
    <message>
        <source>“minimum” and “maximum” belong to a number, the greater one last</source>
        <translation>“minimum”和“maximum”只用于数字，大的在后</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>“attributes”</source>
        <translation>“attributes”</translation>
    </message>
    <message>
        <source>“choices” of “%1”</source>
        <translation>“%1”的“choices”</translation>
    </message>
    <message>
        <source>attribute “%1”</source>
        <translation>属性“%1”</translation>
    </message>
    <message>
        <source>there is no class “%1”</source>
        <translation>没有类别“%1”</translation>
    </message>
    <message>
        <source>class “%1”</source>
        <translation>类别“%1”</translation>
    </message>
    <message>
        <source>the key %1 is taken</source>
        <translation>按键 %1 已被占用</translation>
    </message>
    <message>
        <source>the key %1 is taken for class “%2”</source>
        <translation>按键 %1 已被类别“%2”占用</translation>
    </message>
    <message>
        <source>“%1” must be an object</source>
        <translation>“%1”应为一个对象</translation>
    </message>
    <message>
        <source>“checks”</source>
        <translation>“checks”</translation>
    </message>
    <message>
        <source>there is no check “%1”</source>
        <translation>没有名为“%1”的检查</translation>
    </message>
    <message>
        <source>“%1” must be false or an object with thresholds</source>
        <translation>“%1” 必须是 false 或带阈值的对象</translation>
    </message>
    <message>
        <source>the check “%1” has no threshold “%2”</source>
        <translation>检查“%1”没有阈值“%2”</translation>
    </message>
    <message>
        <source>“%1” must be a number from 0 to %2</source>
        <translation>“%1” 必须是 0 到 %2 之间的数</translation>
    </message>
    <message>
        <source>“%1” of “%2” must be true or false</source>
        <translation>“%2” 的 “%1” 必须是 true 或 false</translation>
    </message>
</context>
<context>
    <name>TileView</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>key frame</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>carried over and fitted</source>
        <translation>传播并贴合</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>把握 %1 %</translation>
    </message>
    <message>
        <source>Frame %1: %2, %3</source>
        <translation>第 %1 帧：%2，%3</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation>%1，已通过</translation>
    </message>
    <message>
        <source>%1, answered</source>
        <translation>%1，已答复</translation>
    </message>
    <message>
        <source>%1, rejected</source>
        <translation>%1，已驳回</translation>
    </message>
    <message>
        <source>%1 — look at it</source>
        <translation>%1，请检查</translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Select an object to see where it is known</source>
        <translation>选中一个目标，这里显示它在各帧的情况</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>“%1” cannot be made.</source>
        <translation>无法建立“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>“%1”无法写入。</translation>
    </message>
    <message>
        <source>The first frame was not loaded.</source>
        <translation>第一帧没有载入。</translation>
    </message>
    <message>
        <source>The main view drew nothing.</source>
        <translation>主视图什么也没画。</translation>
    </message>
    <message>
        <source>Dragging did not turn the view.</source>
        <translation>拖动没有转动视图。</translation>
    </message>
    <message>
        <source>The wheel did not zoom.</source>
        <translation>滚轮没有缩放。</translation>
    </message>
    <message>
        <source>P did not change the colouring.</source>
        <translation>P 没有切换着色。</translation>
    </message>
    <message>
        <source>The sample shows only %1 cars to click.</source>
        <translation>示例里只有 %1 辆可点的车。</translation>
    </message>
    <message>
        <source>No point of the car at x %1 y %2 is to be seen.</source>
        <translation>看不到 x %1 y %2 处那辆车的任何点。</translation>
    </message>
    <message>
        <source>The click gave no outline: %1</source>
        <translation>打点没有得到轮廓：%1</translation>
    </message>
    <message>
        <source>The outline is %1 m off.</source>
        <translation>轮廓偏了 %1 米。</translation>
    </message>
    <message>
        <source>Enter did not accept the outline.</source>
        <translation>Enter 没有接受轮廓。</translation>
    </message>
    <message>
        <source>Dragging moved the object by %1 m.</source>
        <translation>拖动使目标移动了 %1 米。</translation>
    </message>
    <message>
        <source>N did not turn the heading.</source>
        <translation>N 没有让航向调头。</translation>
    </message>
    <message>
        <source>Undo did not bring the object back.</source>
        <translation>撤销没有让目标复原。</translation>
    </message>
    <message>
        <source>The attribute keys ticked nothing.</source>
        <translation>属性按键没有勾上任何东西。</translation>
    </message>
    <message>
        <source>Undo took nothing back.</source>
        <translation>撤销没有收回任何东西。</translation>
    </message>
    <message>
        <source>Redo did not bring everything back.</source>
        <translation>重做没有恢复全部内容。</translation>
    </message>
    <message>
        <source>PageDown did not go to the next frame.</source>
        <translation>PageDown 没有去下一帧。</translation>
    </message>
    <message>
        <source>PageUp did not go back.</source>
        <translation>PageUp 没有回去。</translation>
    </message>
    <message>
        <source>Ctrl+E opened no dialog.</source>
        <translation>Ctrl+E 没有打开对话框。</translation>
    </message>
    <message>
        <source>The export did not end.</source>
        <translation>导出没有结束。</translation>
    </message>
    <message>
        <source>“%1” holds no exported car.</source>
        <translation>“%1”里没有导出的车。</translation>
    </message>
    <message>
        <source>The reopened project is not the same.</source>
        <translation>重新打开的项目和原来不一样。</translation>
    </message>
    <message>
        <source>The window did not change its language.</source>
        <translation>窗口没有切换语言。</translation>
    </message>
</context>
<context>
    <name>TourCommand</name>
    <message>
        <source>“tour” takes one folder for its pictures.</source>
        <translation>“tour”要一个存放截图的文件夹。</translation>
    </message>
    <message>
        <source>The tour is over. Pictures, sample, project and export lie in “%1”.</source>
        <translation>演示结束。截图、示例、项目和导出都在“%1”。</translation>
    </message>
</context>
<context>
    <name>TrackActions</name>
    <message>
        <source>There is no such object any more.</source>
        <translation>该目标已不存在。</translation>
    </message>
    <message>
        <source>“%1” is locked in frame %2: unlock it there first.</source>
        <translation>“%1”在第 %2 帧已锁定：请先在那里解锁。</translation>
    </message>
    <message>
        <source>“%1” is in another sequence than these frames.</source>
        <translation>“%1”与这些帧不在同一序列。</translation>
    </message>
    <message>
        <source>“%1” has no shape in these frames.</source>
        <translation>“%1”在这些帧里没有标注。</translation>
    </message>
    <message>
        <source>Two objects are needed to make one of them.</source>
        <translation>合并需要两个目标。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are in different sequences.</source>
        <translation>“%1”和“%2”不在同一序列。</translation>
    </message>
    <message>
        <source>“%1” and “%2” both have a shape in frame %3, so they are not one object.</source>
        <translation>“%1”和“%2”在第 %3 帧都有标注，不是同一个目标。</translation>
    </message>
    <message>
        <source>Merge %1 into %2</source>
        <translation>把 %1 并入 %2</translation>
    </message>
    <message>
        <source>“%1” has shapes on one side of this frame only, so there is nothing to split.</source>
        <translation>“%1”只在这一帧的一侧有标注，无可拆分。</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>“%1” has no shape from this frame on.</source>
        <translation>“%1”从这一帧起没有标注。</translation>
    </message>
    <message>
        <source>%1 begins here</source>
        <translation>%1 从本帧开始</translation>
    </message>
    <message>
        <source>“%1” has no shape up to this frame.</source>
        <translation>“%1”到这一帧为止没有标注。</translation>
    </message>
    <message>
        <source>%1 ends here</source>
        <translation>%1 到本帧结束</translation>
    </message>
    <message>
        <source>A number goes from 1 to %1.</source>
        <translation>编号应在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>Renumber %1</source>
        <translation>修改 %1 的编号</translation>
    </message>
    <message>
        <source>The taxonomy has no class “%1”.</source>
        <translation>标签体系里没有类别“%1”。</translation>
    </message>
    <message>
        <source>Change class to %1</source>
        <translation>类别改为 %1</translation>
    </message>
    <message>
        <source>“%1” is no attribute of single frames.</source>
        <translation>“%1”不是逐帧属性。</translation>
    </message>
    <message>
        <source>“%1” of a %2 does not take this value.</source>
        <translation>%2 的“%1”不能取这个值。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>设置%1</translation>
    </message>
    <message>
        <source>One size for %1</source>
        <translation>统一 %1 的尺寸</translation>
    </message>
    <message>
        <source>A size in each frame for %1</source>
        <translation>%1 各帧尺寸独立</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation>确认 %1</translation>
    </message>
    <message>
        <source>Interpolate %1 again</source>
        <translation>把 %1 恢复为插值</translation>
    </message>
    <message>
        <source>Delete %1 in all frames</source>
        <translation>在所有帧中删除 %1</translation>
    </message>
    <message>
        <source>Delete %1 in these frames</source>
        <translation>在这些帧中删除 %1</translation>
    </message>
    <message>
        <source>The object has to be known before and after the frames in which it is interpolated.</source>
        <translation>插值的帧前后都要有确定的标注。</translation>
    </message>
</context>
<context>
    <name>TrackMenu</name>
    <message>
        <source>&amp;Track</source>
        <translation>轨迹(&amp;T)</translation>
    </message>
    <message>
        <source>Merge two objects</source>
        <translation>合并两个目标</translation>
    </message>
    <message>
        <source>Another object from this frame on</source>
        <translation>从本帧起拆成另一个目标</translation>
    </message>
    <message>
        <source>Begins here: drop it in the frames before</source>
        <translation>从本帧开始：删去之前各帧的标注</translation>
    </message>
    <message>
        <source>Ends here: drop it in the frames behind</source>
        <translation>到本帧结束：删去之后各帧的标注</translation>
    </message>
    <message>
        <source>Change the number…</source>
        <translation>修改编号…</translation>
    </message>
    <message>
        <source>Confirm as a key frame</source>
        <translation>确认为关键帧</translation>
    </message>
    <message>
        <source>Interpolate in this frame again</source>
        <translation>本帧恢复为插值</translation>
    </message>
    <message>
        <source>One size in all frames</source>
        <translation>所有帧统一尺寸</translation>
    </message>
    <message>
        <source>Class in several frames…</source>
        <translation>修改多帧类别…</translation>
    </message>
    <message>
        <source>Attribute in several frames…</source>
        <translation>修改多帧属性…</translation>
    </message>
    <message>
        <source>Delete in several frames…</source>
        <translation>删除多帧…</translation>
    </message>
    <message>
        <source>Delete in all frames</source>
        <translation>删除整个目标</translation>
    </message>
    <message>
        <source>%1 and %2 are both in %3 frames. Are they one object all the same?</source>
        <translation>%1 和 %2 在 %3 帧里同时出现。它们仍是同一个目标吗？</translation>
    </message>
    <message>
        <source>In those frames the key frame stays, of two of a kind that of %1; the other one is deleted.</source>
        <translation>这些帧里保留关键帧；两者同类时保留 %1 的，另一个删除。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Change the number</source>
        <translation>修改编号</translation>
    </message>
    <message>
        <source>Number of %1; an object that has it already swaps with it:</source>
        <translation>%1 的新编号；如已被占用，则两者互换：</translation>
    </message>
    <message>
        <source>The object that had this number is now %1.</source>
        <translation>原来使用该编号的目标现在是 %1。</translation>
    </message>
    <message>
        <source>Merge %1 into %2</source>
        <translation>把 %1 并入 %2</translation>
    </message>
    <message>
        <source>Select two objects first, in this frame or one after the other.</source>
        <translation>请先选中两个目标：在这一帧里同时选中，或先后选中。</translation>
    </message>
</context>
<context>
    <name>TrackedShapes</name>
    <message>
        <source>Further objects that could not be taken: %1.</source>
        <translation>另有无法采用的目标：%1 个。</translation>
    </message>
    <message>
        <source>Objects of frames that the project does not have, left out: %1 in %2 frames (%3).</source>
        <translation>所在帧不在项目里、未采用的目标：%1 个，在 %2 帧中（%3）。</translation>
    </message>
    <message>
        <source>Objects whose position, size or rotation is no box, left out: %1.</source>
        <translation>位置、尺寸或旋转构不成框、未采用的目标：%1 个。</translation>
    </message>
    <message>
        <source>Further boxes of the same object and frame, left out: %1.</source>
        <translation>同一目标同一帧多余、未采用的框：%1 个。</translation>
    </message>
    <message>
        <source>Boxes whose object is of another class before, which they keep: %1.</source>
        <translation>类别与目标先前的类别不同、沿用先前类别的框：%1 个。</translation>
    </message>
    <message>
        <source>Values of “%1” that the taxonomy does not accept, left out: %2.</source>
        <translation>标签体系不接受、未采用的“%1”值：%2 个。</translation>
    </message>
    <message>
        <source>Values of “%1” for which the taxonomy has no attribute, left out: %2.</source>
        <translation>标签体系中没有对应属性的“%1”值，未导入：%2 个。</translation>
    </message>
    <message>
        <source>Values of “%1” that change from frame to frame, while an object has only one; the last one was taken: %2.</source>
        <translation>“%1”的值在各帧之间不一致，而一个目标只能有一个值；已取最后一个：%2 处。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
</context>
<context>
    <name>TrajectoryLayer</name>
    <message>
        <source>%1 km/h</source>
        <translation>%1 km/h</translation>
    </message>
    <message>
        <source>%1 m per frame</source>
        <translation>每帧 %1 米</translation>
    </message>
</context>
<context>
    <name>VerdictDifference</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>as drawn in dashes</source>
        <translation>如虚线所示</translation>
    </message>
    <message>
        <source>another</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未填</translation>
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
        <source>object</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>VerdictLayer</name>
    <message>
        <source>rejected: %1</source>
        <translation>驳回：%1</translation>
    </message>
</context>
<context>
    <name>VerdictNames</name>
    <message>
        <source>accepted</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>wrong class</source>
        <translation>类别错</translation>
    </message>
    <message>
        <source>box too large</source>
        <translation>框太大</translation>
    </message>
    <message>
        <source>box too small</source>
        <translation>框太小</translation>
    </message>
    <message>
        <source>wrong heading</source>
        <translation>朝向错</translation>
    </message>
    <message>
        <source>missing object</source>
        <translation>漏标目标</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>误标目标</translation>
    </message>
    <message>
        <source>wrong attribute</source>
        <translation>属性错</translation>
    </message>
    <message>
        <source>track switched</source>
        <translation>目标串号</translation>
    </message>
    <message>
        <source>wrong outline</source>
        <translation>轮廓错</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>有人</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>前视</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>左视</translation>
    </message>
    <message>
        <source>In perspective</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Focus on the selected object</source>
        <translation>聚焦选中的目标</translation>
    </message>
    <message>
        <source>Ground grid</source>
        <translation>地面网格</translation>
    </message>
    <message>
        <source>Fold panels away or back</source>
        <translation>收起或展开面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Side views of the object</source>
        <translation>目标三视图</translation>
    </message>
    <message>
        <source>Wider margin in the side views</source>
        <translation>三视图显示更大范围</translation>
    </message>
    <message>
        <source>Narrower margin in the side views</source>
        <translation>三视图显示更小范围</translation>
    </message>
    <message>
        <source>From the sensor</source>
        <translation>从传感器看</translation>
    </message>
    <message>
        <source>Fly (W A S D)</source>
        <translation>飞行 (W A S D)</translation>
    </message>
    <message>
        <source>Range rings</source>
        <translation>距离圈</translation>
    </message>
    <message>
        <source>Names over the objects</source>
        <translation>目标名称</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>恢复默认布局</translation>
    </message>
    <message>
        <source>Depth shading of the points</source>
        <translation>点云深度明暗</translation>
    </message>
    <message>
        <source>Without perspective</source>
        <translation>平行投影</translation>
    </message>
    <message>
        <source>The other side in the side views</source>
        <translation>侧视图换另一侧</translation>
    </message>
    <message>
        <source>The other end in the side views</source>
        <translation>端视图换另一端</translation>
    </message>
    <message>
        <source>Trajectory of the selected object</source>
        <translation>选中目标的轨迹</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lunkuo::AboutDialog</name>
    <message>
        <source>About Lunkuo</source>
        <translation>关于轮廓</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lunkuo&lt;/h2&gt;&lt;p&gt;Version %1&lt;/p&gt;&lt;p&gt;Annotates LiDAR clouds for autonomous driving: one click, the complete outline of the car.&lt;/p&gt;&lt;p&gt;Licence: Apache-2.0. Built with Qt %2, VTK and Eigen.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;轮廓 Lunkuo&lt;/h2&gt;&lt;p&gt;版本 %1&lt;/p&gt;&lt;p&gt;为自动驾驶标注激光雷达点云：点一下，得到整辆车的轮廓。&lt;/p&gt;&lt;p&gt;许可证：Apache-2.0。基于 Qt %2、VTK 和 Eigen。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>lunkuo::AgreementPanel</name>
    <message>
        <source>Agreement with %1</source>
        <translation>与 %1 的一致性</translation>
    </message>
    <message>
        <source>A is this project, B is %1. Enter or a double click goes there.</source>
        <translation>A 是本项目，B 是 %1。按 Enter 或双击跳转过去。</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Frame and kind</source>
        <translation>帧与种类</translation>
    </message>
    <message>
        <source>in %1 frames</source>
        <translation>共 %1 帧</translation>
    </message>
</context>
<context>
    <name>lunkuo::AttributePanel</name>
    <message>
        <source>New objects: %1</source>
        <translation>新目标：%1</translation>
    </message>
    <message>
        <source>⚠ %1 to answer</source>
        <translation>⚠ 还差 %1 项</translation>
    </message>
    <message>
        <source>✓ complete</source>
        <translation>✓ 已填全</translation>
    </message>
    <message>
        <source>Click a car, then tick: the first key accepts its outline. Or select an object (V, or in the list). A digit chooses the class.</source>
        <translation>在车上点一下就可以按键勾选：第一个键同时接受轮廓。也可以选中已有目标（按 V 或在列表里点）。数字键选类别。</translation>
    </message>
    <message>
        <source>%1 objects: a tick goes to all</source>
        <translation>%1 个目标：勾选对全部生效</translation>
    </message>
</context>
<context>
    <name>lunkuo::AttributeRow</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The same in all frames of the object</source>
        <translation>该目标的所有帧共用</translation>
    </message>
    <message>
        <source>Of the object in this frame</source>
        <translation>只属于该目标的这一帧</translation>
    </message>
    <message>
        <source>all frames</source>
        <translation>所有帧</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>⚠ to answer</source>
        <translation>⚠ 必填</translation>
    </message>
</context>
<context>
    <name>lunkuo::AttributeTicker</name>
    <message>
        <source>“%1” is not asked of the class “%2”.</source>
        <translation>类别“%2”没有“%1”这个属性。</translation>
    </message>
</context>
<context>
    <name>lunkuo::BagDialog</name>
    <message>
        <source>Unpack “%1”</source>
        <translation>解包“%1”</translation>
    </message>
    <message>
        <source>Unpack</source>
        <translation>解包</translation>
    </message>
    <message>
        <source>The LiDAR whose clouds become the frames</source>
        <translation>用哪个激光雷达的点云作为帧</translation>
    </message>
    <message>
        <source>In folder…</source>
        <translation>所在文件夹…</translation>
    </message>
    <message>
        <source>Folder to unpack in</source>
        <translation>解包到哪个文件夹里</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>%1 — clouds: %2, %3</source>
        <translation>%1 — 点云 %2 帧，%3</translation>
    </message>
    <message>
        <source>The clouds need a folder of their own.</source>
        <translation>点云需要单独的文件夹。</translation>
    </message>
    <message>
        <source>“%1” exists already; choose another name.</source>
        <translation>“%1”已存在，请换个名字。</translation>
    </message>
    <message>
        <source>“%1” cannot be written to.</source>
        <translation>“%1”不能写入。</translation>
    </message>
    <message>
        <source>Unpacked, it takes up to %1, but there is room for %2.</source>
        <translation>解包最多需要 %1，而剩余空间只有 %2。</translation>
    </message>
    <message>
        <source>Looking into the bag…</source>
        <translation>正在查看录包…</translation>
    </message>
    <message>
        <source>A project names files, so the clouds and pictures of a bag are written into a folder first. It will take up to %1.</source>
        <translation>项目引用的是文件，所以先把录包里的点云和图像写到一个文件夹，最多占用 %1。</translation>
    </message>
    <message>
        <source>Unpacked into “%1”.</source>
        <translation>已解包到“%1”。</translation>
    </message>
</context>
<context>
    <name>lunkuo::BatchBoard</name>
    <message>
        <source>Turn in frame %1</source>
        <translation>转动第 %1 帧的框</translation>
    </message>
    <message>
        <source>Move in frame %1</source>
        <translation>移动第 %1 帧的框</translation>
    </message>
    <message>
        <source>Resize in frame %1</source>
        <translation>调整第 %1 帧框的大小</translation>
    </message>
</context>
<context>
    <name>lunkuo::BatchDialog</name>
    <message>
        <source>Fit</source>
        <translation>贴合</translation>
    </message>
    <message>
        <source>Fits the boxes to the points, frame by frame</source>
        <translation>逐帧把框贴合到点</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>The boxes follow those before and after them</source>
        <translation>框按前后帧插值</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>The boxes are right: they become key frames, which nothing moves by itself</source>
        <translation>框是对的：成为关键帧，程序不再移动</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>调头</translation>
    </message>
    <message>
        <source>Exchanges front and rear</source>
        <translation>车头车尾互换</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>统一尺寸</translation>
    </message>
    <message>
        <source>Gives the size of the tile that was clicked last to all that are chosen</source>
        <translation>选中的帧都改成最后点的那张小图的尺寸</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The object is not there in these frames</source>
        <translation>目标不在这些帧里</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Chooses the tiles of all pages</source>
        <translation>选中所有页的小图</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the main view; Escape does the same</source>
        <translation>回到主视图，按 Escape 也一样</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 / %2 帧</translation>
    </message>
    <message>
        <source>Fitting: %1 of %2 frames…</source>
        <translation>正在贴合：%1 / %2 帧…</translation>
    </message>
    <message>
        <source>%1 of %2 frames were fitted to the points.</source>
        <translation>%2 帧中有 %1 帧已贴合到点。</translation>
    </message>
    <message>
        <source>%1 The others: %2</source>
        <translation>%1其余：%2</translation>
    </message>
    <message>
        <source>Drag a box, its edges, corners or grip to change it · Click chooses, Ctrl and Shift add, a drag beside the boxes chooses several · Wheel zooms · Double click goes to the frame</source>
        <translation>拖动框、边、角或圆点来修改 · 单击选中，Ctrl、Shift 加选，框外拖动圈选 · 滚轮缩放 · 双击跳到那一帧</translation>
    </message>
    <message>
        <source>One object in many frames</source>
        <translation>一个目标的多帧视图</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧视</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后视</translation>
    </message>
    <message>
        <source>Every frame</source>
        <translation>每一帧</translation>
    </message>
    <message>
        <source>Every %1th frame</source>
        <translation>每 %1 帧取一帧</translation>
    </message>
    <message>
        <source>Which of its frames are shown</source>
        <translation>显示哪些帧</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>lunkuo::BatchFit</name>
    <message>
        <source>These are locked, or their frames are done: nothing changes them.</source>
        <translation>这些标注已锁定，或所在的帧已完成，不能修改。</translation>
    </message>
    <message>
        <source>Fit %1 frames to points</source>
        <translation>把 %1 帧贴合到点</translation>
    </message>
</context>
<context>
    <name>lunkuo::CarryProgress</name>
    <message>
        <source>carrying objects</source>
        <translation>正在带框</translation>
    </message>
    <message>
        <source>Stop; nothing has changed yet</source>
        <translation>停止；此时什么都还没有改变</translation>
    </message>
</context>
<context>
    <name>lunkuo::ChecksDialog</name>
    <message>
        <source>It is off: a tick before its name turns it on.</source>
        <translation>已关闭：勾选名称前的方框即可开启。</translation>
    </message>
    <message>
        <source>It goes by no number.</source>
        <translation>这项检查不依据数值。</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>changed; usually %1</source>
        <translation>已改，默认为 %1</translation>
    </message>
    <message>
        <source>Settings of the checks</source>
        <translation>检查规则</translation>
    </message>
    <message>
        <source>What the automatic checks of this project look for, and by which numbers they go. What is not as usual is bold. Findings that were waived stay waived.</source>
        <translation>本项目的自动检查查什么、依据哪些数值。与默认不同的用粗体显示。已豁免的检查项仍然豁免。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>This check as usual</source>
        <translation>此项恢复默认</translation>
    </message>
    <message>
        <source>Turns the check on and gives it its usual numbers</source>
        <translation>开启这项检查，数值恢复默认</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Turns all checks on and gives them their usual numbers</source>
        <translation>开启所有检查，数值全部恢复默认</translation>
    </message>
</context>
<context>
    <name>lunkuo::ClassMappingPage</name>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Reads a mapping from a JSON file</source>
        <translation>从 JSON 文件读取映射</translation>
    </message>
    <message>
        <source>Writes this mapping to a JSON file, for the next project or the command line</source>
        <translation>把这份映射写到 JSON 文件，供下个项目或命令行使用</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Goes out as</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>A class without a tick stays at home. Two classes may go out under one name.</source>
        <translation>没有勾选的类别不导出。两个类别可以导出为同一个名称。</translation>
    </message>
    <message>
        <source>Loaded: “%1”</source>
        <translation>已载入：“%1”</translation>
    </message>
    <message>
        <source>Saved: “%1”</source>
        <translation>已保存：“%1”</translation>
    </message>
    <message>
        <source>Mapping of classes</source>
        <translation>类别映射</translation>
    </message>
    <message>
        <source>Mappings of classes (*.json)</source>
        <translation>类别映射 (*.json)</translation>
    </message>
</context>
<context>
    <name>lunkuo::ColumnsDialog</name>
    <message>
        <source>Nothing</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>线号</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Columns of “%1”</source>
        <translation>“%1”的各列</translation>
    </message>
    <message>
        <source>Blanks or tabs</source>
        <translation>空格或制表符</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>What stands between two values of a line</source>
        <translation>一行中两个数值之间用什么隔开</translation>
    </message>
    <message>
        <source>So many lines at the beginning of the file are no points</source>
        <translation>文件开头有几行不是点</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Between the values</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Lines to skip</source>
        <translation>跳过行数</translation>
    </message>
    <message>
        <source>What column %1 holds</source>
        <translation>第 %1 列是什么</translation>
    </message>
    <message>
        <source>There is no line of values here.</source>
        <translation>这里没有数值行。</translation>
    </message>
    <message>
        <source>Say which column is %1.</source>
        <translation>请指定哪一列是 %1。</translation>
    </message>
    <message>
        <source>Two columns cannot both be “%1”.</source>
        <translation>不能有两列都是“%1”。</translation>
    </message>
    <message>
        <source>Files that are laid out like this one will be read so from now on.</source>
        <translation>以后同样格式的文件都这样读取。</translation>
    </message>
    <message>
        <source>%1 Are there lines to skip?</source>
        <translation>%1是否有需要跳过的行？</translation>
    </message>
</context>
<context>
    <name>lunkuo::CompareDialog</name>
    <message>
        <source>Compare with another annotation</source>
        <translation>与另一份标注比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Project or annotation file</source>
        <translation>项目或标注文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Folder of the annotation</source>
        <translation>标注所在文件夹</translation>
    </message>
    <message>
        <source>found out by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Boxes that overlap at least so much, seen from above, are the same object</source>
        <translation>俯视重叠至少这么多的立方框算作同一目标</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Same object from IoU</source>
        <translation>同一目标的最小 IoU</translation>
    </message>
    <message>
        <source>Choose a project, or a folder or file of annotation of the same frames, or drop it here.</source>
        <translation>选择一个项目，或同一批帧的标注文件夹或文件，也可以拖到这里。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>比较已取消。</translation>
    </message>
</context>
<context>
    <name>lunkuo::CuboidPanel</name>
    <message>
        <source>No object is selected.</source>
        <translation>没有选中目标。</translation>
    </message>
    <message>
        <source>Turn to %1°</source>
        <translation>转到 %1°</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>设置%1</translation>
    </message>
    <message>
        <source>Centre x, m</source>
        <translation>中心 x，米</translation>
    </message>
    <message>
        <source>Centre y, m</source>
        <translation>中心 y，米</translation>
    </message>
    <message>
        <source>Centre z, m</source>
        <translation>中心 z，米</translation>
    </message>
    <message>
        <source>Length, m</source>
        <translation>长，米</translation>
    </message>
    <message>
        <source>Width, m</source>
        <translation>宽，米</translation>
    </message>
    <message>
        <source>Height, m</source>
        <translation>高，米</translation>
    </message>
    <message>
        <source>Heading, °</source>
        <translation>航向，°</translation>
    </message>
    <message>
        <source>Forward of the sensor</source>
        <translation>传感器前方</translation>
    </message>
    <message>
        <source>Left of the sensor</source>
        <translation>传感器左方</translation>
    </message>
    <message>
        <source>Above the sensor</source>
        <translation>传感器上方</translation>
    </message>
    <message>
        <source>Along the heading</source>
        <translation>沿航向</translation>
    </message>
    <message>
        <source>Across the heading</source>
        <translation>垂直于航向</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>From the sensor&apos;s forward direction, counter-clockwise seen from above</source>
        <translation>从传感器正前方起，俯视逆时针为正</translation>
    </message>
    <message>
        <source>%1. Enter hands the number over, Escape drops it.</source>
        <translation>%1。Enter 确定，Esc 放弃。</translation>
    </message>
    <message>
        <source>%1; fixed by hand: %2</source>
        <translation>%1；手工固定：%2</translation>
    </message>
    <message>
        <source>%1; locked</source>
        <translation>%1；已锁定</translation>
    </message>
    <message>
        <source>Pitch, °</source>
        <translation>俯仰，°</translation>
    </message>
    <message>
        <source>Roll, °</source>
        <translation>侧倾，°</translation>
    </message>
    <message>
        <source>How far the front is raised: 0 on level ground</source>
        <translation>车头抬高的角度，平地为 0</translation>
    </message>
    <message>
        <source>How far it leans to its right: 0 on level ground</source>
        <translation>向右侧倾的角度，平地为 0</translation>
    </message>
</context>
<context>
    <name>lunkuo::DisplayBar</name>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>反射强度</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>线号</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>What colours the points</source>
        <translation>点按什么着色</translation>
    </message>
    <message>
        <source>Point size</source>
        <translation>点大小</translation>
    </message>
</context>
<context>
    <name>lunkuo::Document</name>
    <message>
        <source>“%1” came in the middle of another change, so it was not made.</source>
        <translation>“%1”与正在进行的另一次修改冲突，没有执行。</translation>
    </message>
</context>
<context>
    <name>lunkuo::Done</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lunkuo::ExportDialog</name>
    <message>
        <source>Link clouds and images where possible instead of copying them</source>
        <translation>点云和图像尽量用链接，不复制</translation>
    </message>
    <message>
        <source>Replace a dataset that is there already</source>
        <translation>替换已有的数据集</translation>
    </message>
    <message>
        <source>Export a dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The dataset needs a folder.</source>
        <translation>请指定数据集文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not empty: choose another folder, or replace what is there.</source>
        <translation>“%1”不是空的：请换一个文件夹，或选择替换。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This format refers to clouds and images where they are</source>
        <translation>这种格式直接引用原处的点云和图像</translation>
    </message>
    <message>
        <source>“%1” is a file; the dataset needs a folder.</source>
        <translation>“%1”是文件；数据集需要一个文件夹。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Classes: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>%1: frames %2, boxes %3</source>
        <translation>%1：帧 %2，框 %3</translation>
    </message>
    <message>
        <source>Labels: about %1</source>
        <translation>标注：约 %1</translation>
    </message>
    <message>
        <source>clouds and pictures: %1, linked where possible</source>
        <translation>点云和图像：%1，尽量用链接</translation>
    </message>
    <message>
        <source>clouds and pictures: %1</source>
        <translation>点云和图像：%1</translation>
    </message>
    <message>
        <source>Write checksums of linked files into the manifest, too</source>
        <translation>链接文件的校验和也写入清单</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Counts what would be written, and writes nothing</source>
        <translation>只统计将写出的内容，不写任何文件</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Every file has to be read for it, which takes longer than linking it</source>
        <translation>每个文件都要读一遍，比建立链接慢</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Would be exported: sequences %1, frames %2, objects %3, boxes %4.</source>
        <translation>将导出：%1 个序列，%2 帧，%3 个目标，%4 个框。</translation>
    </message>
    <message>
        <source>Boxes for OpenPCDet and MMDetection3D</source>
        <translation>框按 OpenPCDet 和 MMDetection3D 的读法写</translation>
    </message>
    <message>
        <source>They take camera and LiDAR as parallel, and read KITTI&apos;s exact boxes a few centimetres off; so they read ours exactly, but KITTI&apos;s own tools do not</source>
        <translation>它们假定相机与激光雷达平行，读 KITTI 的精确框会偏几厘米；这样写它们能精确读回，但 KITTI 自己的工具会有偏差</translation>
    </message>
    <message>
        <source>A link is the same file under a second name: it takes no room, and who changes the one changes the other. Files on another disk are copied.</source>
        <translation>链接就是同一个文件的第二个名字：不占空间，改了一个另一个也跟着变。在别的磁盘上的文件会复制。</translation>
    </message>
    <message>
        <source>Would be exported: sequences %1, frames %2, objects %3, boxes %4 at most.</source>
        <translation>将导出：%1 个序列，%2 帧，%3 个目标，最多 %4 个框。</translation>
    </message>
    <message>
        <source>Frames: %1, objects: %2, boxes: %3</source>
        <translation>帧：%1，目标：%2，框：%3</translation>
    </message>
    <message>
        <source>Exported to “%3”. Frames: %1, boxes: %2.</source>
        <translation>已导出到“%3”。帧：%1，框：%2。</translation>
    </message>
    <message>
        <source>Boxes to be exported that lack a required attribute (%2): at most %1. They go out without it.</source>
        <translation>要导出的框中缺少必填属性（%2）的：最多 %1 个，导出时照样没有该属性。</translation>
    </message>
    <message>
        <source>Boxes to be exported that lack a required attribute (%2): %1. They go out without it.</source>
        <translation>要导出的框中缺少必填属性（%2）的：%1 个，导出时照样没有该属性。</translation>
    </message>
</context>
<context>
    <name>lunkuo::FilmStrip</name>
    <message>
        <source>Film strip: the object in other frames</source>
        <translation>目标胶片条：该目标在其他帧中的样子</translation>
    </message>
    <message>
        <source>Select an object: here it shows in the frames before and after this one.</source>
        <translation>选中一个目标：这里显示它在前后各帧中的样子。</translation>
    </message>
    <message>
        <source>%1 · click to go there</source>
        <translation>%1 · 点击跳到该帧</translation>
    </message>
    <message>
        <source>Earlier frames of the object: %1; the wheel shows them too</source>
        <translation>前面还有 %1 帧有该目标；滚轮也可翻看</translation>
    </message>
    <message>
        <source>Later frames of the object: %1; the wheel shows them too</source>
        <translation>后面还有 %1 帧有该目标；滚轮也可翻看</translation>
    </message>
</context>
<context>
    <name>lunkuo::FindingsPanel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Mends it: %1.</source>
        <translation>可修正：%1。</translation>
    </message>
    <message>
        <source>Checking frame %1 of %2…</source>
        <translation>正在检查第 %1 帧，共 %2 帧…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing is checked.

Checks ▸ Check in the background turns it on.</source>
        <translation>没有进行检查。

用“检查 ▸ 后台检查”打开。</translation>
    </message>
    <message>
        <source>What the checks find comes here.</source>
        <translation>检查结果会列在这里。</translation>
    </message>
    <message>
        <source>The checks have found nothing.</source>
        <translation>没有检查出问题。</translation>
    </message>
    <message>
        <source>No finding was waived.</source>
        <translation>没有豁免的检查项。</translation>
    </message>
    <message>
        <source>The checks have found nothing of this kind.</source>
        <translation>没有这一类检查项。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>How bad findings have to be to be listed; those that were waived are listed apart</source>
        <translation>列出哪些严重程度的检查项；已豁免的单独列出</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What is listed: the findings of all checks, or of one</source>
        <translation>列出全部检查的结果，或只列一种检查的结果</translation>
    </message>
</context>
<context>
    <name>lunkuo::FrameListModel</name>
    <message>
        <source>Frame %1: %2, objects: %3</source>
        <translation>帧 %1：%2，目标：%3</translation>
    </message>
</context>
<context>
    <name>lunkuo::FrameListPanel</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Share of the frames that are done</source>
        <translation>已完成帧所占比例</translation>
    </message>
</context>
<context>
    <name>lunkuo::FrameRangeDialog</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>%1 has a shape in %2 of these %3 frames.</source>
        <translation>%1 在这 %3 帧中的 %2 帧有标注。</translation>
    </message>
    <message>
        <source>From frame</source>
        <translation>起始帧</translation>
    </message>
    <message>
        <source>To frame</source>
        <translation>结束帧</translation>
    </message>
    <message>
        <source>Class in several frames</source>
        <translation>修改多帧类别</translation>
    </message>
    <message>
        <source>An object has one class. When only a part of the frames of %1 is chosen, that part becomes an object with a number of its own.</source>
        <translation>一个目标只有一个类别。如果只选 %1 的一部分帧，这部分会成为单独编号的目标。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Attribute in several frames</source>
        <translation>修改多帧属性</translation>
    </message>
    <message>
        <source>What is the case with %1 in these frames:</source>
        <translation>%1 在这些帧中的情况：</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Delete in several frames</source>
        <translation>删除多帧</translation>
    </message>
    <message>
        <source>In these frames there is no %1:</source>
        <translation>%1 不在以下各帧中：</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>lunkuo::GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
</context>
<context>
    <name>lunkuo::HiddenSign</name>
    <message>
        <source>%1 points hidden</source>
        <translation>已隐藏 %1 个点</translation>
    </message>
    <message>
        <source>%1 points and %2 objects hidden</source>
        <translation>已隐藏 %1 个点和 %2 个目标</translation>
    </message>
    <message>
        <source>%1 objects hidden</source>
        <translation>已隐藏 %1 个目标</translation>
    </message>
    <message>
        <source>%1 — show all</source>
        <translation>%1 — 全部显示</translation>
    </message>
    <message>
        <source>What is hidden cannot be clicked; completion sees it all the same. A click shows all.</source>
        <translation>隐藏的内容点不到，但补全仍能看到全部点云。点一下全部显示。</translation>
    </message>
</context>
<context>
    <name>lunkuo::HistogramRange</name>
    <message>
        <source>no values</source>
        <translation>没有数值</translation>
    </message>
</context>
<context>
    <name>lunkuo::HistoryModel</name>
    <message>
        <source>Undone: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Objects: %1</source>
        <translation>目标：%1 个</translation>
    </message>
    <message>
        <source>Frames: %1</source>
        <translation>%1 帧</translation>
    </message>
</context>
<context>
    <name>lunkuo::HistoryPanel</name>
    <message>
        <source>This line is about nothing that lies in a frame.</source>
        <translation>这一行不涉及任何一帧里的内容。</translation>
    </message>
    <message>
        <source>This line changed no object, so there is no state to restore.</source>
        <translation>这一行没有改动目标，没有可恢复的状态。</translation>
    </message>
    <message>
        <source>Select an object to see its history.</source>
        <translation>选中一个目标，看它的历史。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>还没有任何修改。</translation>
    </message>
    <message>
        <source>All of the project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>The object that is followed</source>
        <translation>正在跟踪的目标</translation>
    </message>
    <message>
        <source>Whose history is shown</source>
        <translation>显示谁的历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>跳到那里</translation>
    </message>
    <message>
        <source>Shows the frame and the object that the line is about</source>
        <translation>显示这一行涉及的帧和目标</translation>
    </message>
    <message>
        <source>Restore this state</source>
        <translation>恢复到这个状态</translation>
    </message>
    <message>
        <source>Makes the object what it was after this line, in the frames that the line is about; where it was deleted, what it was before. That is an edit of its own, which can be undone.</source>
        <translation>在这一行涉及的帧里，把目标恢复成这一行之后的样子；如果这一行是删除，恢复成删除之前的样子。这是一次新的修改，可以撤销。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ImageStore</name>
    <message>
        <source>“%1” is missing.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a picture: %2.</source>
        <translation>“%1”无法作为图像读取：%2。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ImageView</name>
    <message>
        <source>This frame has no camera images.</source>
        <translation>这一帧没有相机图像。</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>正在载入 %1 …</translation>
    </message>
    <message>
        <source>The calibration does not know “%1”, so no objects are drawn.</source>
        <translation>标定中没有“%1”，因此不绘制目标。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ImportDialog</name>
    <message>
        <source>Import annotation</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Annotation file</source>
        <translation>标注文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>… and %1 more remarks</source>
        <translation>…… 另有 %1 条说明</translation>
    </message>
    <message>
        <source>Choose the folder or file that holds the annotation, or drop it here.</source>
        <translation>选择存放标注的文件夹或文件，也可以拖到这里。</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>导入已取消，什么都没有改变。</translation>
    </message>
    <message>
        <source>Nothing was found that could be imported.</source>
        <translation>没有找到可以导入的内容。</translation>
    </message>
    <message>
        <source>Imported. Boxes: %1, objects: %2. One undo takes them out again.</source>
        <translation>已导入。框：%1，目标：%2。撤销一次即可全部移除。</translation>
    </message>
    <message>
        <source>Import nothing when something cannot be read</source>
        <translation>有读不了的内容就都不导入</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Pre-labels, to be accepted one by one</source>
        <translation>预标注，逐个接受</translation>
    </message>
    <message>
        <source>A detector’s results come in as suggestions with their scores: Space goes through them, Enter accepts, Delete dismisses. Until then they are in no export.</source>
        <translation>检测器的结果连同分数作为建议导入：空格逐个查看，Enter 接受，Delete 不要。接受之前不会导出。</translation>
    </message>
    <message>
        <source>Otherwise what can be read is imported, and the rest is listed here with file and line.</source>
        <translation>不勾选时导入能读的内容，其余的连同文件和行号列在这里。</translation>
    </message>
    <message>
        <source>Import as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Imported %1 pre-labels: Space shows the next one, Enter accepts it. One undo takes all out again.</source>
        <translation>已导入 %1 个预标注：空格看下一个，Enter 接受。撤销一次即可全部去掉。</translation>
    </message>
    <message>
        <source>Imported cameras, and no boxes. One undo takes them out again.</source>
        <translation>已导入相机，没有框。撤销一次即可全部取消。</translation>
    </message>
    <message>
        <source>Pre-labels less sure than %2 %, which are shown when the slider of the suggestions is moved down: %1.</source>
        <translation>可信度低于 %2 %、把建议的滑块调低后才显示的预标注：%1 个。</translation>
    </message>
    <message>
        <source>found out by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>This has been imported.</source>
        <translation>这些内容已经导入。</translation>
    </message>
    <message>
        <source>“%1” holds no annotation of these frames. %2</source>
        <translation>“%1”中没有这些帧的标注。%2</translation>
    </message>
    <message>
        <source>Of the %1 frames that are imported, %2 have boxes already: %3 in all.</source>
        <translation>要导入的 %1 帧中，有 %2 帧已有标注，共 %3 个框。</translation>
    </message>
    <message>
        <source>What becomes of these frames? One undo takes the import back, whatever you choose.</source>
        <translation>这些帧怎么处理？无论选哪一项，都可以一步撤销。</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>跳过这些帧</translation>
    </message>
    <message>
        <source>Replace their boxes</source>
        <translation>替换原有的框</translation>
    </message>
    <message>
        <source>Add to them</source>
        <translation>追加到原有的框</translation>
    </message>
    <message>
        <source>Read as: %1.</source>
        <translation>识别为：%1。</translation>
    </message>
    <message>
        <source>Nothing was imported: all of these frames have boxes already.</source>
        <translation>没有导入任何内容：这些帧都已有标注。</translation>
    </message>
    <message>
        <source>Nothing new was imported: all of these pre-labels are there already.</source>
        <translation>没有导入新内容：这些预标注都已经有了。</translation>
    </message>
</context>
<context>
    <name>lunkuo::KeyField</name>
    <message>
        <source>Click here and press the keys</source>
        <translation>点这里，然后按下按键</translation>
    </message>
</context>
<context>
    <name>lunkuo::KeysDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>看</translation>
    </message>
    <message>
        <source>Orbit about the point under the cursor</source>
        <translation>绕光标下的点旋转</translation>
    </message>
    <message>
        <source>drag with the left button</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>Move sideways</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>drag with the right or middle button</source>
        <translation>右键或中键拖动</translation>
    </message>
    <message>
        <source>Zoom to the cursor</source>
        <translation>朝光标缩放</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Go close</source>
        <translation>靠近</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Outline tool</source>
        <translation>打点工具</translation>
    </message>
    <message>
        <source>Complete the object</source>
        <translation>补全目标</translation>
    </message>
    <message>
        <source>click a point of it</source>
        <translation>点它上面的一个点</translation>
    </message>
    <message>
        <source>Add a missed part</source>
        <translation>补上漏掉的部分</translation>
    </message>
    <message>
        <source>click it, Shift+click however far</source>
        <translation>点它；离得远就 Shift+点</translation>
    </message>
    <message>
        <source>Not this object</source>
        <translation>不是这个目标</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+点</translation>
    </message>
    <message>
        <source>Start a new object inside another</source>
        <translation>在别的目标里新开一个</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+点</translation>
    </message>
    <message>
        <source>Take back the last click</source>
        <translation>收回上一次打点</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Enter, or click the next object</source>
        <translation>Enter，或直接点下一个目标</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>选择工具</translation>
    </message>
    <message>
        <source>Move the object over the ground</source>
        <translation>在地面上移动目标</translation>
    </message>
    <message>
        <source>drag it</source>
        <translation>拖动它</translation>
    </message>
    <message>
        <source>Resize, the opposite side stays</source>
        <translation>改尺寸，对面不动</translation>
    </message>
    <message>
        <source>drag a square handle</source>
        <translation>拖动方形控制点</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>drag the round handle</source>
        <translation>拖动圆形控制点</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No action and no key is called so.</source>
        <translation>没有这样的操作或按键。</translation>
    </message>
    <message>
        <source>Select an object</source>
        <translation>选中目标</translation>
    </message>
    <message>
        <source>click it</source>
        <translation>点它</translation>
    </message>
    <message>
        <source>Other actions</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Attributes, on or off</source>
        <translation>属性开关</translation>
    </message>
    <message>
        <source>Another box for the same clicks</source>
        <translation>同样的打点换一个框</translation>
    </message>
    <message>
        <source>Put a face by hand, the rest fits round it</source>
        <translation>手工摆好一个面，其余部分随之贴合</translation>
    </message>
    <message>
        <source>drag its handle</source>
        <translation>拖动它的手柄</translation>
    </message>
    <message>
        <source>Let the rest of the box fit itself to the points</source>
        <translation>让框的其余部分自动贴合到点</translation>
    </message>
    <message>
        <source>drag a handle with Ctrl</source>
        <translation>按住 Ctrl 拖动手柄</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Accept the suggestion and go on</source>
        <translation>接受建议并转到下一个</translation>
    </message>
    <message>
        <source>Accept it and answer a question about it</source>
        <translation>接受并同时勾选一个属性</translation>
    </message>
    <message>
        <source>the key of the answer</source>
        <translation>该选项的按键</translation>
    </message>
    <message>
        <source>Dismiss the suggestion and go on</source>
        <translation>忽略建议并转到下一个</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>Leave the suggestions</source>
        <translation>退出建议</translation>
    </message>
    <message>
        <source>One page to print…</source>
        <translation>打印成一页…</translation>
    </message>
    <message>
        <source>Writes all keys onto one page as a PDF</source>
        <translation>把所有按键写到一页 PDF 上</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>修改按键…</translation>
    </message>
    <message>
        <source>Gives actions other keys</source>
        <translation>给操作换按键</translation>
    </message>
    <message>
        <source>Lunkuo: keys and mouse</source>
        <translation>轮廓：按键与鼠标</translation>
    </message>
    <message>
        <source>Keys on one page</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>Pages (*.pdf)</source>
        <translation>页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Camera image</source>
        <translation>相机图像</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>平移图像</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图像</translation>
    </message>
    <message>
        <source>Select, or complete with the outline tool</source>
        <translation>选中；用轮廓工具则补全该目标</translation>
    </message>
    <message>
        <source>Show the line of sight in the main view</source>
        <translation>在主视图中显示视线</translation>
    </message>
    <message>
        <source>point at it</source>
        <translation>鼠标指向</translation>
    </message>
    <message>
        <source>double click with the select tool</source>
        <translation>用选择工具双击</translation>
    </message>
    <message>
        <source>Fly ahead, back and sideways</source>
        <translation>向前、向后、向两侧飞</translation>
    </message>
    <message>
        <source>W S A D while the right button is held, or in fly mode</source>
        <translation>按住右键时，或在飞行模式下按 W S A D</translation>
    </message>
    <message>
        <source>Fly up and down</source>
        <translation>向上、向下飞</translation>
    </message>
    <message>
        <source>E Q in the same way</source>
        <translation>同样方式按 E Q</translation>
    </message>
    <message>
        <source>Fly faster</source>
        <translation>飞得更快</translation>
    </message>
    <message>
        <source>with Shift; wheel in fly mode</source>
        <translation>加按 Shift；飞行模式下用滚轮</translation>
    </message>
    <message>
        <source>Measure tool</source>
        <translation>测量工具</translation>
    </message>
    <message>
        <source>Measure a distance, then an angle</source>
        <translation>测距离，再测角度</translation>
    </message>
    <message>
        <source>click two places, then a third</source>
        <translation>点两处，再点第三处</translation>
    </message>
    <message>
        <source>Begin another distance without an angle</source>
        <translation>不测角度，另测一段</translation>
    </message>
    <message>
        <source>Clear all that was measured</source>
        <translation>清除所有测量</translation>
    </message>
    <message>
        <source>Select several objects</source>
        <translation>选中多个目标</translation>
    </message>
    <message>
        <source>drag a rectangle round them with Shift, or Ctrl+click each</source>
        <translation>按住 Shift 拖框选，或 Ctrl+单击逐个选</translation>
    </message>
    <message>
        <source>Side views</source>
        <translation>侧视图</translation>
    </message>
    <message>
        <source>drag an edge or a corner</source>
        <translation>拖动边或角</translation>
    </message>
    <message>
        <source>Move the object</source>
        <translation>移动目标</translation>
    </message>
    <message>
        <source>drag inside it</source>
        <translation>在框内拖动</translation>
    </message>
    <message>
        <source>Turn, or tilt it seen from the side</source>
        <translation>旋转；侧面视图中为倾斜</translation>
    </message>
    <message>
        <source>Fit to the points while dragging</source>
        <translation>拖动时贴合到点</translation>
    </message>
    <message>
        <source>drag with Ctrl</source>
        <translation>按住 Ctrl 拖动</translation>
    </message>
    <message>
        <source>Shrink to the points</source>
        <translation>收缩到点</translation>
    </message>
    <message>
        <source>double click an edge, a corner, or the middle for all sides</source>
        <translation>双击边或角；双击中间收缩所有面</translation>
    </message>
    <message>
        <source>arrow keys, with Shift ten times as far</source>
        <translation>方向键，加 Shift 为十倍</translation>
    </message>
    <message>
        <source>Zoom, show more or less around</source>
        <translation>缩放；显示更多或更少周围的点</translation>
    </message>
    <message>
        <source>wheel, wheel with Alt</source>
        <translation>滚轮；Alt+滚轮</translation>
    </message>
    <message>
        <source>Look from the other side</source>
        <translation>换到对面看</translation>
    </message>
    <message>
        <source>click the name of the view</source>
        <translation>单击视图名称</translation>
    </message>
    <message>
        <source>Cuboid tool</source>
        <translation>立方框工具</translation>
    </message>
    <message>
        <source>Draw a new cuboid</source>
        <translation>画新的立方框</translation>
    </message>
    <message>
        <source>Usual width of the class</source>
        <translation>采用该类别的常用宽度</translation>
    </message>
    <message>
        <source>drag over the ground from rear to front, or click both ends of a side, then the other side</source>
        <translation>在地面上从车尾拖到车头，或先点一侧的两端、再点另一侧</translation>
    </message>
    <message>
        <source>Fit it to the points at once</source>
        <translation>画完立即贴合到点</translation>
    </message>
    <message>
        <source>let go, or make the last click, with Ctrl</source>
        <translation>松开或点最后一下时按住 Ctrl</translation>
    </message>
    <message>
        <source>A new object although the followed one must be here</source>
        <translation>在跟随目标的位置仍新建目标</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Object in all its frames</source>
        <translation>目标的所有帧</translation>
    </message>
    <message>
        <source>Change a box</source>
        <translation>修改框</translation>
    </message>
    <message>
        <source>drag it in its tile</source>
        <translation>在小图里拖动</translation>
    </message>
    <message>
        <source>Choose tiles</source>
        <translation>选择小图</translation>
    </message>
    <message>
        <source>click, Ctrl+click, Shift+click, drag beside the boxes</source>
        <translation>单击、Ctrl+单击、Shift+单击、框外拖动</translation>
    </message>
    <message>
        <source>Fit, interpolate, confirm</source>
        <translation>贴合、插值、确认</translation>
    </message>
    <message>
        <source>Flip heading, same size</source>
        <translation>调头、统一尺寸</translation>
    </message>
    <message>
        <source>Take the object out of the chosen frames</source>
        <translation>从选中的帧里删除目标</translation>
    </message>
    <message>
        <source>From above, from the side, from the rear</source>
        <translation>俯视、侧视、后视</translation>
    </message>
    <message>
        <source>Confirm what was carried over or interpolated as a key frame</source>
        <translation>把传播或插值的结果确认为关键帧</translation>
    </message>
    <message>
        <source>let go with Shift, Shift+Enter</source>
        <translation>按住 Shift 松开，或 Shift+Enter</translation>
    </message>
    <message>
        <source>double click a handle, or the middle of the object for all sides</source>
        <translation>双击手柄；双击目标中心收缩所有面</translation>
    </message>
    <message>
        <source>Nudge the edge under the cursor, else all of it</source>
        <translation>微调光标下的边；不在边上时移动整个框</translation>
    </message>
</context>
<context>
    <name>lunkuo::LookPanel</name>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Point size</source>
        <translation>点大小</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>地面</translation>
    </message>
    <message>
        <source>Classes that are shown</source>
        <translation>显示的类别</translation>
    </message>
    <message>
        <source>Also shown</source>
        <translation>其他显示</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>反射强度</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>线号</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>As suits</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>dimmed</source>
        <translation>变暗</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Viridis, cividis and grey say the same to people who do not see all colours</source>
        <translation>Viridis、Cividis 和灰度对色觉不全的人同样清楚</translation>
    </message>
    <message>
        <source>How the values are spread: drag the ends of the range, a double click resets it</source>
        <translation>数值分布：拖动范围两端，双击复位</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The range follows the values of each frame</source>
        <translation>范围随每一帧的数值变化</translation>
    </message>
    <message>
        <source>Value at the lower end of the colours</source>
        <translation>色带下端的数值</translation>
    </message>
    <message>
        <source>Value at the upper end of the colours</source>
        <translation>色带上端的数值</translation>
    </message>
    <message>
        <source>To the left more colours for low values, to the right for high ones</source>
        <translation>往左，低值分到更多颜色；往右，高值分到更多颜色</translation>
    </message>
    <message>
        <source>Nearer points larger</source>
        <translation>近处的点画大些</translation>
    </message>
    <message>
        <source>What lies on the ground can step back or out of sight</source>
        <translation>地面上的点可以变暗，也可以隐藏</translation>
    </message>
    <message>
        <source>Only points that are so high over the ground</source>
        <translation>只看离地这么高的点</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>附近</translation>
    </message>
    <message>
        <source>Only points that are so near to the selected object</source>
        <translation>只看离选中目标这么近的点</translation>
    </message>
    <message>
        <source>Ground grid</source>
        <translation>地面网格</translation>
    </message>
    <message>
        <source>Range rings</source>
        <translation>距离圈</translation>
    </message>
    <message>
        <source>Names over the objects</source>
        <translation>目标名称</translation>
    </message>
    <message>
        <source>Depth shading</source>
        <translation>深度明暗</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Only points within a box round the sensor; with the height it is closed</source>
        <translation>只显示传感器周围方框内的点；和高度一起用就是一个立体框</translation>
    </message>
    <message>
        <source>From so far ahead of the sensor; behind it is negative</source>
        <translation>从传感器前方多远开始，后方为负</translation>
    </message>
    <message>
        <source>To so far ahead of the sensor</source>
        <translation>到传感器前方多远为止</translation>
    </message>
    <message>
        <source>From so far to the left of the sensor; to the right is negative</source>
        <translation>从传感器左侧多远开始，右侧为负</translation>
    </message>
    <message>
        <source>To so far to the left of the sensor</source>
        <translation>到传感器左侧多远为止</translation>
    </message>
</context>
<context>
    <name>lunkuo::MainWindow</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Class and attributes</source>
        <translation>类别与属性</translation>
    </message>
    <message>
        <source>Cuboid</source>
        <translation>立方框</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Lunkuo</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>What is half made could not be saved. Close all the same and lose it?</source>
        <translation>没做完的内容未能保存。仍要关闭并丢弃吗？</translation>
    </message>
    <message>
        <source>Side views</source>
        <translation>三视图</translation>
    </message>
    <message>
        <source>Camera images</source>
        <translation>相机图像</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查项</translation>
    </message>
</context>
<context>
    <name>lunkuo::MergeDialog</name>
    <message>
        <source>Merge frames</source>
        <translation>合并多帧</translation>
    </message>
    <message>
        <source>The points of these frames are shown together, where they are in the world. What stands still is then seen from all sides, and annotated once for all of them.</source>
        <translation>把这些帧的点按世界坐标放在一起显示。静止的物体四面都看得到，标一次就进入所有这些帧。</translation>
    </message>
    <message>
        <source>From frame</source>
        <translation>从第几帧</translation>
    </message>
    <message>
        <source>To frame</source>
        <translation>到第几帧</translation>
    </message>
    <message>
        <source>Without moving objects</source>
        <translation>去掉运动目标</translation>
    </message>
    <message>
        <source>Points in the boxes of objects that move are left out of all frames but the current one</source>
        <translation>运动目标框内的点只保留当前帧的</translation>
    </message>
    <message>
        <source>Only objects that are annotated already can be known to move.</source>
        <translation>只有已经标注的目标才知道是不是在动。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>lunkuo::MergedSign</name>
    <message>
        <source>What you annotate here is taken to stand still: it gets into all of these frames at once. Going to another frame, or a click here, shows one frame alone again.</source>
        <translation>在这里标注的目标按静止处理，会同时进入所有这些帧。换一帧或点这里，回到单帧。</translation>
    </message>
    <message>
        <source>There are so many points that only one is shown in every %1 cm.</source>
        <translation>点太多，每 %1 厘米只显示一个点。</translation>
    </message>
    <message>
        <source>Merging: %1 of %2 frames — stop</source>
        <translation>正在合并：%1 / %2 帧 — 停止</translation>
    </message>
    <message>
        <source>Merged: frames %1–%2, without moving objects — back to one frame</source>
        <translation>合并视图：第 %1–%2 帧，去掉运动目标 — 回到单帧</translation>
    </message>
    <message>
        <source>Merged: frames %1–%2 — back to one frame</source>
        <translation>合并视图：第 %1–%2 帧 — 回到单帧</translation>
    </message>
</context>
<context>
    <name>lunkuo::MergedView</name>
    <message>
        <source>There is only one frame in this sequence, so that there is nothing to merge.</source>
        <translation>这个序列只有一帧，没有可以合并的。</translation>
    </message>
    <message>
        <source>Frame %1 has no ego pose, so that nobody knows how the clouds of this sequence lie to each other: they cannot be merged.</source>
        <translation>第 %1 帧没有自车位姿，不知道各帧点云之间的相对位置，无法合并。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ModeSign</name>
    <message>
        <source>Reviewing</source>
        <translation>质检中</translation>
    </message>
    <message>
        <source>Annotating</source>
        <translation>标注中</translation>
    </message>
    <message>
        <source>%1 · %2 answered</source>
        <translation>%1 · 已答复 %2</translation>
    </message>
    <message>
        <source>%1 · %2 rejected</source>
        <translation>%1 · 被驳回 %2</translation>
    </message>
    <message>
        <source>Reviewing: keys accept and reject. “Review → Review instead of annotating” goes back.</source>
        <translation>正在质检：用按键通过或驳回。“质检 → 切换到质检”可以切回标注。</translation>
    </message>
    <message>
        <source>Annotating. “Review → Review instead of annotating” goes over to reviewing.</source>
        <translation>正在标注。“质检 → 切换到质检”可以切换到质检。</translation>
    </message>
</context>
<context>
    <name>lunkuo::NewProjectDialog</name>
    <message>
        <source>Take over the annotation that lies beside the data</source>
        <translation>采用数据旁已有的标注</translation>
    </message>
    <message>
        <source>New project from data</source>
        <translation>用数据新建项目</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Folder of clouds</source>
        <translation>点云文件夹</translation>
    </message>
    <message>
        <source>Cloud…</source>
        <translation>点云…</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>Projects (*.lunkuo)</source>
        <translation>项目 (*.lunkuo)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Taxonomy</source>
        <translation>标签体系</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>The project needs a file of its own.</source>
        <translation>请指定项目文件。</translation>
    </message>
    <message>
        <source>“%1” exists already: open it, or choose another name.</source>
        <translation>“%1”已存在：请打开它，或换个名字。</translation>
    </message>
    <message>
        <source>“%1” cannot be written to.</source>
        <translation>“%1”无法写入。</translation>
    </message>
    <message>
        <source>Taxonomies (*.json)</source>
        <translation>标签体系 (*.json)</translation>
    </message>
    <message>
        <source>Frames: %1, images: %2, annotated objects: %3.</source>
        <translation>帧：%1，图像：%2，已标注目标：%3。</translation>
    </message>
    <message>
        <source>“%1” is no folder.</source>
        <translation>“%1”不是文件夹。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, sequences: %2. %3</source>
        <translation>%1，序列：%2。%3</translation>
    </message>
    <message>
        <source>Frames between those that are annotated too (sweeps)</source>
        <translation>同时加入标注帧之间的帧（sweeps）</translation>
    </message>
    <message>
        <source>Only the ticked sequences go into the project.</source>
        <translation>只有勾选的序列才进入项目。</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Unpack the bag…</source>
        <translation>解包…</translation>
    </message>
    <message>
        <source>Say what the columns are…</source>
        <translation>指定各列的含义…</translation>
    </message>
    <message>
        <source>Writes the clouds and pictures of the bag into a folder that a project can name</source>
        <translation>把录包里的点云和图像写到项目能引用的文件夹</translation>
    </message>
    <message>
        <source>A project needs at least one sequence.</source>
        <translation>项目至少需要一个序列。</translation>
    </message>
    <message>
        <source>The file is text that does not say what its columns are</source>
        <translation>这是文本文件，其中没有说明各列的含义</translation>
    </message>
    <message>
        <source>Choose a folder (KITTI, nuScenes, SUSTechPOINTS, or clouds in any format), a single cloud or a ROS 2 bag, or drop it here.</source>
        <translation>选择文件夹（KITTI、nuScenes、SUSTechPOINTS，或任意格式的点云）、单个点云或 ROS 2 录包，也可以拖到这里。</translation>
    </message>
    <message>
        <source>A ROS 2 bag: its clouds are written into a folder first.</source>
        <translation>这是 ROS 2 录包：先把其中的点云写到一个文件夹。</translation>
    </message>
</context>
<context>
    <name>lunkuo::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lunkuo::ObjectListModel</name>
    <message>
        <source>%1 pts</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>Not answered yet: %1</source>
        <translation>还没填：%1</translation>
    </message>
    <message>
        <source>%1 suggested</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Not annotated yet: a click shows it, Enter or a double click accepts it, Delete dismisses it</source>
        <translation>尚未标注：单击查看，Enter 或双击接受，Delete 忽略</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
</context>
<context>
    <name>lunkuo::ObjectListPanel</name>
    <message>
        <source>Objects</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No object in this frame yet.

Take the outline tool (B) and click a point of a car.</source>
        <translation>这一帧还没有目标。

用打点工具（B）在车上点一下。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ObjectViewDialog</name>
    <message>
        <source>Go to this frame</source>
        <translation>跳到这一帧</translation>
    </message>
    <message>
        <source>Use this size and outline for all frames</source>
        <translation>所有帧采用这个尺寸和轮廓</translation>
    </message>
    <message>
        <source>%1 in all of its frames</source>
        <translation>%1：多帧叠加</translation>
    </message>
    <message>
        <source>All frames</source>
        <translation>全部帧</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>左视</translation>
    </message>
    <message>
        <source>From behind</source>
        <translation>后视</translation>
    </message>
    <message>
        <source>Laying the frames over one another…</source>
        <translation>正在叠加各帧…</translation>
    </message>
    <message>
        <source>Frame %1: %2 points of the object, confidence %3 %</source>
        <translation>帧 %1：目标上 %2 个点，置信度 %3 %</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>%1 of %2 frames show it, with %3 points. %4 × %5 × %6 m (length, width, height).</source>
        <translation>%2 帧中有 %1 帧看得见它，共 %3 个点。%4 × %5 × %6 米（长、宽、高）。</translation>
    </message>
    <message>
        <source>No frame shows both ends of: %1.</source>
        <translation>没有帧看全两端的：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It stands still.</source>
        <translation>它是静止的。</translation>
    </message>
    <message>
        <source>It moves; the frames are laid over one another in its own frame.</source>
        <translation>它在移动，各帧按它自己的坐标系叠加。</translation>
    </message>
</context>
<context>
    <name>lunkuo::PoseDialog</name>
    <message>
        <source>Use these poses</source>
        <translation>采用这些位姿</translation>
    </message>
    <message>
        <source>Forget the estimated poses</source>
        <translation>去掉估计的位姿</translation>
    </message>
    <message>
        <source>Estimate poses</source>
        <translation>估计位姿</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>To the frame</source>
        <translation>到这一帧</translation>
    </message>
    <message>
        <source>Way, m</source>
        <translation>移动，米</translation>
    </message>
    <message>
        <source>Turn, °</source>
        <translation>转角，°</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Steps from frame to frame</source>
        <translation>帧与帧之间的每一步</translation>
    </message>
    <message>
        <source>Where the sensor stood in each frame is worked out from the clouds alone: each scan is registered on the one before. Errors add up along the way, so measured poses are better where there are any. Nothing changes until you use the result.</source>
        <translation>只用点云推算每一帧传感器的位姿：每一帧与前一帧配准。误差会逐帧累积，有实测位姿时应当用实测的。采用结果之前什么都不会改。</translation>
    </message>
    <message>
        <source>Poses now</source>
        <translation>现有位姿</translation>
    </message>
    <message>
        <source>none: the frames do not say where the sensor stood</source>
        <translation>没有：数据未给出传感器的位姿</translation>
    </message>
    <message>
        <source>estimated, in %1 of %2 frames</source>
        <translation>估计的，%2 帧中有 %1 帧</translation>
    </message>
    <message>
        <source>There is only one frame.</source>
        <translation>只有一帧。</translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>已停止，什么都没有改。</translation>
    </message>
    <message>
        <source>%1 frames, %2 m in all.</source>
        <translation>%1 帧，共 %2 米。</translation>
    </message>
    <message>
        <source>All steps can be relied on.</source>
        <translation>每一步都可靠。</translation>
    </message>
    <message>
        <source>%1 steps are doubtful (⚠).</source>
        <translation>有 %1 步没有把握（⚠）。</translation>
    </message>
    <message>
        <source>%1 % of the places lie on what the scan before saw, usually %2 cm off</source>
        <translation>%1 % 的位置落在前一帧看到的表面上，通常相差 %2 厘米</translation>
    </message>
    <message>
        <source>Replace the measured poses too</source>
        <translation>连实测位姿一起替换</translation>
    </message>
    <message>
        <source>Only where they are wrong: estimated poses drift. Undo brings them back.</source>
        <translation>只在实测位姿有错时使用：估计的位姿会漂移。撤销可以恢复。</translation>
    </message>
    <message>
        <source>measured, in all frames; they stay</source>
        <translation>所有帧都有实测位姿，保持不变</translation>
    </message>
    <message>
        <source>measured in %1 of %2 frames, estimated in %3; the measured ones stay</source>
        <translation>%2 帧中有 %1 帧为实测，%3 帧为估计；实测的保持不变</translation>
    </message>
</context>
<context>
    <name>lunkuo::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Memory for clouds</source>
        <translation>点云内存</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Frames that were loaded stay at hand until they take this much.</source>
        <translation>已加载的帧留在内存里，直到占满这么多。</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>the user of the system</source>
        <translation>系统用户</translation>
    </message>
    <message>
        <source>The history of a project names you so.</source>
        <translation>项目历史里用这个名字记录你的修改。</translation>
    </message>
    <message>
        <source>Points are drawn by</source>
        <translation>点云由谁绘制</translation>
    </message>
    <message>
        <source>Whatever is faster</source>
        <translation>自动选择较快的</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器（CPU）</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>显卡（GPU）</translation>
    </message>
    <message>
        <source>Without a graphics card the processor is many times faster.</source>
        <translation>没有独立显卡时，用处理器绘制要快许多倍。</translation>
    </message>
</context>
<context>
    <name>lunkuo::Propagation</name>
    <message>
        <source>Carry an object through frames</source>
        <translation>把目标带到其他帧</translation>
    </message>
    <message>
        <source>Carry %1 objects through frames</source>
        <translation>把 %1 个目标带到其他帧</translation>
    </message>
</context>
<context>
    <name>lunkuo::RejectDialog</name>
    <message>
        <source>What is wrong with %1? A digit chooses, Enter rejects.</source>
        <translation>%1 哪里不对？按数字选择，按 Enter 驳回。</translation>
    </message>
    <message>
        <source>&amp;Mark the place under the cursor</source>
        <translation>标出光标处的位置(&amp;M)</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>In words, if that helps</source>
        <translation>需要时写几个字</translation>
    </message>
    <message>
        <source>“Other” needs some words that say what is wrong</source>
        <translation>选“其他”时，要写明哪里不对</translation>
    </message>
    <message>
        <source>Choose what is wrong: a digit does</source>
        <translation>请选择哪里不对：按数字键即可</translation>
    </message>
</context>
<context>
    <name>lunkuo::ReportDialog</name>
    <message>
        <source>Run the automatic checks on all frames first</source>
        <translation>先对所有帧运行自动检查</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>其他位置…</translation>
    </message>
    <message>
        <source>Page (*.html);;PDF (*.pdf)</source>
        <translation>网页 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Project or annotation file</source>
        <translation>项目或标注文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Folder of the annotation</source>
        <translation>标注所在文件夹</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>File (.html or .pdf)</source>
        <translation>文件（.html 或 .pdf）</translation>
    </message>
    <message>
        <source>Agreement with</source>
        <translation>一致性比较对象</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>The report was written to “%1”.</source>
        <translation>报告已写入“%1”。</translation>
    </message>
    <message>
        <source>What the automatic checks have found goes into it.</source>
        <translation>自动检查的结果会写进报告。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ReviewBoard</name>
    <message>
        <source>%1 was not accepted: it is not in the order that is set now.</source>
        <translation>%1 没有通过：它不在当前设定的顺序里。</translation>
    </message>
</context>
<context>
    <name>lunkuo::ReviewDocks</name>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>lunkuo::ReviewPanel</name>
    <message>
        <source>Frame by frame</source>
        <translation>逐帧</translation>
    </message>
    <message>
        <source>Object by object</source>
        <translation>逐个目标</translation>
    </message>
    <message>
        <source>Whole frames</source>
        <translation>整帧</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>把握最小的在先</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>逐个类别</translation>
    </message>
    <message>
        <source>What the checks found</source>
        <translation>有检查项的</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>随机抽样</translation>
    </message>
    <message>
        <source>%1 of %2 looked at</source>
        <translation>已看 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 answers: %2</source>
        <translation>%1 答复：%2</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>之后没有改动。</translation>
    </message>
    <message>
        <source>Changed since, dashed in the picture as it was:</source>
        <translation>之后的改动（画面中虚线为原样）：</translation>
    </message>
    <message>
        <source>Nothing is selected: the key that accepts goes to what is next.</source>
        <translation>没有选中目标：按“通过”键转到下一个。</translation>
    </message>
    <message>
        <source>Select an object to see what was said of it.</source>
        <translation>选中一个目标，看对它的结论。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>In which order objects come; only those that nobody has said anything of, and those that were answered</source>
        <translation>目标出现的顺序；只出现还没有结论的和已答复的</translation>
    </message>
    <message>
        <source>How many of all objects are looked at</source>
        <translation>抽查全部目标的多大比例</translation>
    </message>
    <message>
        <source>The same number chooses the same objects again</source>
        <translation>同一个数字抽到同样的目标</translation>
    </message>
    <message>
        <source>Nothing is rejected.

“Accept and go on” begins with the first object.</source>
        <translation>没有被驳回的内容。

“通过并转到下一个”从第一个目标开始。</translation>
    </message>
    <message>
        <source>Nothing is rejected.

What reviewers reject comes here, to be mended.</source>
        <translation>没有被驳回的内容。

质检员驳回的会列在这里，等待修改。</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>%1 has deleted it</source>
        <translation>%1 已删除该目标</translation>
    </message>
    <message>
        <source>%1 says that it is mended</source>
        <translation>%1 表示已改好</translation>
    </message>
    <message>
        <source>%1 had accepted it (%2). It was changed since, so it is open again.</source>
        <translation>%1 曾通过（%2）。之后被改动，重新待检。</translation>
    </message>
    <message>
        <source>By now its values are the same again.</source>
        <translation>现在的数值又与当时相同。</translation>
    </message>
    <message>
        <source>It has no verdict now.</source>
        <translation>目前对它没有结论。</translation>
    </message>
    <message>
        <source>Rejected; first what was answered:</source>
        <translation>被驳回的目标（已答复的在前）：</translation>
    </message>
    <message>
        <source>Rejected; first what nobody answered:</source>
        <translation>被驳回的目标（未答复的在前）：</translation>
    </message>
</context>
<context>
    <name>lunkuo::SceneView</name>
    <message>
        <source>Loading %1 …</source>
        <translation>正在载入 %1 …</translation>
    </message>
    <message>
        <source>Flying at %1 m/s: W A S D · E up, Q down · drag to look about · Shift faster · wheel changes the speed · Escape ends</source>
        <translation>正以 %1 米/秒 飞行：W A S D · E 上 Q 下 · 拖动转头 · Shift 加速 · 滚轮调速 · Escape 结束</translation>
    </message>
</context>
<context>
    <name>lunkuo::SelectionPage</name>
    <message>
        <source>Only frames that are marked as finished</source>
        <translation>只导出标为完成的帧</translation>
    </message>
    <message>
        <source>Finished: %1 of %2 frames</source>
        <translation>已完成：%2 帧中有 %1 帧</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>First frame of each sequence that is exported, counted from 1</source>
        <translation>每个序列导出的第一帧，从 1 数起</translation>
    </message>
    <message>
        <source>Last frame of each sequence that is exported</source>
        <translation>每个序列导出的最后一帧</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Boxes with fewer points of the cloud inside are left out</source>
        <translation>框内点数少于此数的框不导出</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>any distance</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Boxes whose middle is farther from the sensor are left out</source>
        <translation>中心离传感器比这更远的框不导出</translation>
    </message>
    <message>
        <source>Frames of each sequence</source>
        <translation>每个序列的帧</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Points in a box, at least</source>
        <translation>框内点数，至少</translation>
    </message>
    <message>
        <source>Distance from the sensor, at most</source>
        <translation>离传感器的距离，至多</translation>
    </message>
    <message>
        <source>Whatever reviewers say</source>
        <translation>不论质检结论</translation>
    </message>
    <message>
        <source>Only frames that were accepted (%1)</source>
        <translation>只导出质检通过的帧（%1）</translation>
    </message>
    <message>
        <source>Only objects that were accepted (%1)</source>
        <translation>只导出质检通过的目标（%1）</translation>
    </message>
    <message>
        <source>The manifest says who has accepted how much of what goes out</source>
        <translation>清单里记录导出的内容由谁通过、各通过了多少</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Only frames that are wholly accepted (%1)</source>
        <translation>只导出全部通过的帧（%1）</translation>
    </message>
</context>
<context>
    <name>lunkuo::SensorDialog</name>
    <message>
        <source>Nobody has said where it is; it is estimated as soon as a frame is loaded.</source>
        <translation>还没有人说明它在哪里；载入一帧后会自动估计。</translation>
    </message>
    <message>
        <source>This is what the calibration says.</source>
        <translation>来自标定。</translation>
    </message>
    <message>
        <source>This was set by hand.</source>
        <translation>由人工设置。</translation>
    </message>
    <message>
        <source>This is estimated from the points: the calibration does not say.</source>
        <translation>标定中没有，由点云估计得出。</translation>
    </message>
    <message>
        <source>%1 m above the ground around</source>
        <translation>高出周围地面 %1 米</translation>
    </message>
    <message>
        <source>Sensor position</source>
        <translation>传感器位置</translation>
    </message>
    <message>
        <source>Where the LiDAR is in the clouds of this sequence. From there it is known which space its rays crossed and which sides of an object it could see.</source>
        <translation>激光雷达在本序列点云中的位置。由此可知光线穿过了哪些空间、能看到目标的哪些面。</translation>
    </message>
    <message>
        <source>x, m forward</source>
        <translation>x，向前（米）</translation>
    </message>
    <message>
        <source>y, m to the left</source>
        <translation>y，向左（米）</translation>
    </message>
    <message>
        <source>z, m upwards</source>
        <translation>z，向上（米）</translation>
    </message>
    <message>
        <source>Estimate from the points</source>
        <translation>由点云估计</translation>
    </message>
    <message>
        <source>Forgets what the calibration or a person has said</source>
        <translation>不再采用标定或人工给出的位置</translation>
    </message>
</context>
<context>
    <name>lunkuo::ShortcutTable</name>
    <message>
        <source>the tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>class “%1”</source>
        <translation>类别“%1”</translation>
    </message>
    <message>
        <source>attribute “%1”</source>
        <translation>属性“%1”</translation>
    </message>
    <message>
        <source>attribute “%1”: %2</source>
        <translation>属性“%1”：%2</translation>
    </message>
    <message>
        <source>These are no keys: an object “actions” was expected that names keys for each action.</source>
        <translation>这不是按键文件：应有一个对象“actions”，列出每个操作的按键。</translation>
    </message>
    <message>
        <source>flight</source>
        <translation>飞行</translation>
    </message>
</context>
<context>
    <name>lunkuo::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>修改按键</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Gives the action the keys it came with</source>
        <translation>恢复这个操作的默认按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Gives all actions the keys they came with</source>
        <translation>恢复所有操作的默认按键</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Takes the keys of a file that was exported</source>
        <translation>使用导出文件里的按键</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the keys that differ from those actions came with into a file</source>
        <translation>把改过的按键写到文件里</translation>
    </message>
    <message>
        <source>%1 is also %2</source>
        <translation>%1 同时用于%2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Keys of “%1”</source>
        <translation>“%1”的按键</translation>
    </message>
    <message>
        <source>Choose an action, then press its new keys.</source>
        <translation>先选一个操作，再按下它的新按键。</translation>
    </message>
    <message>
        <source>Takes this key away from the action</source>
        <translation>从这个操作去掉此按键</translation>
    </message>
    <message>
        <source>%1 is a key of this action already.</source>
        <translation>%1 已经是这个操作的按键。</translation>
    </message>
    <message>
        <source>%1 belongs to %2. Press other keys.</source>
        <translation>%1 已用于%2，请换别的按键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>改用到这里</translation>
    </message>
    <message>
        <source>%1 is a key of “%2” now.</source>
        <translation>%1 现在是“%2”的按键。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>“%1”读不出：%2</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>导出按键</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>按键 (*.json)</translation>
    </message>
    <message>
        <source>The keys were written to “%1”.</source>
        <translation>按键已写入“%1”。</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>导入按键</translation>
    </message>
    <message>
        <source>The keys of “%1” are in force.</source>
        <translation>“%1”里的按键已生效。</translation>
    </message>
</context>
<context>
    <name>lunkuo::SidePanel</name>
    <message>
        <source>%1 points inside</source>
        <translation>框内 %1 点</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前方</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后方</translation>
    </message>
    <message>
        <source>Show the other side: %1</source>
        <translation>换看另一侧：%1</translation>
    </message>
</context>
<context>
    <name>lunkuo::SideView</name>
    <message>
        <source>Select an object: it shows here from three sides, to be put right.</source>
        <translation>选中一个目标，即可在此从三个方向查看并修正。</translation>
    </message>
</context>
<context>
    <name>lunkuo::SplitPage</name>
    <message>
        <source>Cut the sequence into blocks of frames that share no object</source>
        <translation>把序列切成互不共有目标的几段</translation>
    </message>
    <message>
        <source>The last sequence is for validation</source>
        <translation>最后一个序列用于验证</translation>
    </message>
    <message>
        <source>By shares, whole sequences</source>
        <translation>按比例，以整个序列划分</translation>
    </message>
    <message>
        <source>The same number gives the same division, everywhere</source>
        <translation>同一个数在哪里都得到同样的划分</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>划分方式</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Frames in between, with objects of both sides, are left out</source>
        <translation>中间含有两边目标的帧不导出</translation>
    </message>
    <message>
        <source>Only where the project has a single sequence</source>
        <translation>仅适用于只有一个序列的项目</translation>
    </message>
    <message>
        <source>Sequences are never divided, so that no frame is learned whose neighbour is scored.</source>
        <translation>序列不会拆开，以免相邻的帧一个用于训练、一个用于评测。</translation>
    </message>
    <message>
        <source>This format cannot say what frames are for.</source>
        <translation>这种格式无法记录数据划分。</translation>
    </message>
</context>
<context>
    <name>lunkuo::StatusLine</name>
    <message>
        <source>✓ saved</source>
        <translation>✓ 已保存</translation>
    </message>
    <message>
        <source>Every edit is written to the project file before it is shown</source>
        <translation>每一步先写进项目文件再显示</translation>
    </message>
    <message>
        <source>✗ the last edit was not saved and not made</source>
        <translation>✗ 上一步没有保存，也没有生效</translation>
    </message>
    <message>
        <source>▣ read only</source>
        <translation>▣ 只读</translation>
    </message>
    <message>
        <source>frame %1 / %2</source>
        <translation>帧 %1 / %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>载入中…</translation>
    </message>
    <message>
        <source>✎ not accepted yet</source>
        <translation>✎ 尚未确认</translation>
    </message>
    <message>
        <source>The outline that is being made becomes part of the project with Enter or the next click elsewhere</source>
        <translation>正在做的轮廓按 Enter，或在别处打下一个点后，才写入项目</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source> (ground)</source>
        <translation>（地面）</translation>
    </message>
    <message>
        <source>Position under the cursor in the sensor frame, metres: of a point, else of the ground</source>
        <translation>光标处在传感器坐标系中的位置（米）：有点时为点的位置，否则为地面的位置</translation>
    </message>
    <message>
        <source>This project is open for reading: look, but do not touch</source>
        <translation>项目以只读方式打开：只能查看，不能修改</translation>
    </message>
</context>
<context>
    <name>lunkuo::SuggestionBar</name>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Looking for vehicles…</source>
        <translation>正在查找车辆…</translation>
    </message>
    <message>
        <source>%1 suggested</source>
        <translation>建议 %1 个</translation>
    </message>
    <message>
        <source>Least confidence of suggestions</source>
        <translation>建议的最低置信度</translation>
    </message>
    <message>
        <source>Vehicles that nobody has annotated yet are suggested in dashed outlines: Space goes through them, Enter accepts, Delete dismisses. Those that are less sure than the slider says are not shown; Ctrl+Space turns suggestions off and on, but for the pre-labels that were imported.</source>
        <translation>还没有人标注的车辆用虚线轮廓建议：空格逐个查看，Enter 接受，Delete 不要。可信度低于滑块的不显示；Ctrl+空格关闭和打开建议，导入的预标注不受影响。</translation>
    </message>
</context>
<context>
    <name>lunkuo::SuggestionBoard</name>
    <message>
        <source>No suggestion is chosen.</source>
        <translation>没有选中建议。</translation>
    </message>
    <message>
        <source>Accept suggested %1</source>
        <translation>接受建议的%1</translation>
    </message>
    <message>
        <source>Suggested: %1, %2 % sure · Enter accepts it · Delete dismisses it · Space shows the next · Escape leaves</source>
        <translation>建议：%1，置信度 %2 % · Enter 接受 · Delete 忽略 · 空格看下一个 · Esc 退出</translation>
    </message>
    <message>
        <source>Nothing is suggested in this frame.</source>
        <translation>本帧没有建议。</translation>
    </message>
    <message>
        <source>Accept all %1 suggestions</source>
        <translation>接受全部 %1 个建议</translation>
    </message>
    <message>
        <source>Dismiss pre-label %1</source>
        <translation>不要预标注“%1”</translation>
    </message>
    <message>
        <source>Pre-label: %1, %2 % sure · Enter accepts it · Delete dismisses it · Space shows the next · Escape leaves</source>
        <translation>预标注：%1，把握 %2 % · Enter 接受 · Delete 不要 · 空格下一个 · Esc 离开</translation>
    </message>
    <message>
        <source>%1 goes on here, %2 % sure · Enter accepts it · Delete dismisses it · Space shows the next · Escape leaves</source>
        <translation>接续 %1，置信度 %2 % · Enter 接受 · Delete 忽略 · 空格看下一个 · Esc 退出</translation>
    </message>
</context>
<context>
    <name>lunkuo::TileView</name>
    <message>
        <source>This object is in no frame any more.</source>
        <translation>这个目标已经不在任何一帧里了。</translation>
    </message>
</context>
<context>
    <name>lunkuo::TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>lunkuo::TimelineModel</name>
    <message>
        <source>%1 / %2 · %3 s</source>
        <translation>%1 / %2 · %3 秒</translation>
    </message>
    <message>
        <source>Frame %1 (%2): %3</source>
        <translation>帧 %1（%2）：%3</translation>
    </message>
    <message>
        <source>Select an object: its key frames, and where it follows from them, are shown here</source>
        <translation>选中一个目标：这里显示它的关键帧，以及由关键帧推出的各帧</translation>
    </message>
    <message>
        <source>key frame</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>gap: the object is missing here</source>
        <translation>缺失：这一帧没有该目标</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 in frame %2: %3</source>
        <translation>%1，帧 %2：%3</translation>
    </message>
    <message>
        <source>confidence %1 %</source>
        <translation>置信度 %1%</translation>
    </message>
    <message>
        <source>%1: look at it</source>
        <translation>%1，请检查</translation>
    </message>
</context>
<context>
    <name>lunkuo::TimelinePanel</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>How fast the frames are played: times the speed at which they were taken</source>
        <translation>播放速度：相对于采集时的真实速度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Click or drag goes through the frames, the wheel comes closer, the right button moves what is shown, a double click goes to a key frame</source>
        <translation>单击或拖动切换帧，滚轮缩放，按住右键平移，双击跳到关键帧</translation>
    </message>
</context>
<context>
    <name>lunkuo::ToolController</name>
    <message>
        <source>Select and change</source>
        <translation>选择和修改</translation>
    </message>
    <message>
        <source>Click and complete the outline</source>
        <translation>打点补全轮廓</translation>
    </message>
    <message>
        <source>Draw a new cuboid</source>
        <translation>手绘新框</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>lunkuo::TrackWork</name>
    <message>
        <source>Completing %1 over all frames…</source>
        <translation>正在多帧补全%1…</translation>
    </message>
    <message>
        <source>%1: one size of %2 × %3 × %4 m and one outline from %5 frames.</source>
        <translation>%1：由 %5 帧得到同一个尺寸 %2 × %3 × %4 米和同一个轮廓。</translation>
    </message>
    <message>
        <source>Looking for the frame that shows most of it…</source>
        <translation>正在找看得最清楚的一帧…</translation>
    </message>
</context>
<context>
    <name>lunkuo::VtkCanvas</name>
    <message>
        <source>The 3D view needs OpenGL 3.2, which this display does not offer.</source>
        <translation>三维视图需要 OpenGL 3.2，当前显示环境不支持。</translation>
    </message>
</context>
<context>
    <name>lunkuo::WaiveDialog</name>
    <message>
        <source>Waive a finding</source>
        <translation>豁免检查项</translation>
    </message>
    <message>
        <source>&amp;Why it is none:</source>
        <translation>理由(&amp;W)：</translation>
    </message>
    <message>
        <source>It is right as it is</source>
        <translation>标注没有问题</translation>
    </message>
    <message>
        <source>Too few points to tell</source>
        <translation>点太少，无法判断</translation>
    </message>
    <message>
        <source>Hidden behind something</source>
        <translation>被其他物体遮挡</translation>
    </message>
    <message>
        <source>An unusual object</source>
        <translation>特殊目标</translation>
    </message>
    <message>
        <source>Not to be annotated</source>
        <translation>不需要标注</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lunkuo::WelcomePage</name>
    <message>
        <source>Lunkuo</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Click a car in a LiDAR frame, get its complete outline, tick its attributes, go on.</source>
        <translation>在点云里的车上点一下，得到整车轮廓，勾好属性，继续下一辆。</translation>
    </message>
    <message>
        <source>New project from data…</source>
        <translation>用数据新建项目…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Try it on the sample</source>
        <translation>用示例试一试</translation>
    </message>
    <message>
        <source>A simulated street of 20 frames; it is made once and takes some seconds</source>
        <translation>20 帧仿真街景；只生成一次，需要几秒钟</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>A project, a folder of clouds or a cloud can also be dropped onto this window.</source>
        <translation>也可以把项目、点云文件夹或点云拖到这个窗口。</translation>
    </message>
    <message>
        <source>Clouds and images stay where they are; a project file is made beside them</source>
        <translation>点云和图像留在原处，旁边新建一个项目文件</translation>
    </message>
    <message>
        <source>A file NAME.lunkuo</source>
        <translation>名称.lunkuo 文件</translation>
    </message>
</context>
<context>
    <name>lunkuo::WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>lunkuo::Workspace</name>
    <message>
        <source>%1 was accepted before the frame changed. Ctrl+Z takes it back.</source>
        <translation>换帧前已确认“%1”，按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Restored in frame %1, which is not shown.</source>
        <translation>已在帧 %1 中恢复（当前显示的是另一帧）。</translation>
    </message>
    <message>
        <source>Restored in other frames than this one: %1.</source>
        <translation>已在其他 %1 帧中恢复（不含当前帧）。</translation>
    </message>
    <message>
        <source>There is no point here that could be looked at more closely.</source>
        <translation>此处没有点，没有可以拉近查看的内容。</translation>
    </message>
</context>
</TS>
