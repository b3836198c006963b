//! Chinese, simplified. The words for things are those of the library (`messages/zh.rs` there).

use ctslint::{ChangeKind, DifferenceKind, FixAvailability, Severity, TopicKind};

use super::cause::cause as cause_of;
use super::id::{Choice, Meaning, Message, Toml};
use crate::failure::{Cause, Failure};

pub(super) fn text(message: &Message<'_>) -> String {
    use Message as M;
    match *message {
        // Around a finding.
        M::MorePlaces { count } => format!("另有 {count} 处"),
        M::TakenFor { document, reason } => format!("{document}，依据：{reason}"),
        M::Document => "文档".into(),
        M::Note => "说明".into(),
        M::Help => "帮助".into(),
        M::HelpTitle => "帮助".into(),
        M::FixIs { safety } => format!("修复：{safety}"),
        M::See { page } => format!("参见 {page}"),
        M::WouldAnswer { code, meaning: None } => format!("API 会返回 {code}"),
        M::WouldAnswer {
            code,
            meaning: Some(meaning),
        } => format!("API 会返回 {code}：{meaning}"),
        M::SkippedNear { path, reason } => format!("{path}：已跳过：{reason}；如需检查，用 --as 指明文档类型"),

        // The closing line, in pieces.
        M::FilesChecked { count, document: None } => format!("已检查 {count} 个文件"),
        M::FilesChecked {
            count,
            document: Some(document),
        } => format!("已将 {count} 个文件作为 {document} 检查"),
        M::Skipped { count } => format!("，跳过 {count} 个"),
        M::Excluded { count } => format!("，排除 {count} 个"),
        M::NotRead { count } => format!("，{count} 个无法读取"),
        M::NotWritten { count } => format!("，{count} 个无法写入"),
        M::NoDocument => "：没有 CTS 文档；如仍需检查某个文件，指明该文件，并用 --as 指明其文档类型".into(),
        M::AllClean => "：没有问题".into(),
        M::NothingRemains { fixed } => format!("：已修复 {fixed} 个，没有剩余问题"),
        M::Remaining { fixed, found, count: _ } => format!("：已修复 {fixed} 个；剩余 {found}"),
        M::Found { found } => format!("：{found}"),
        M::Errors { count } => format!("{count} 个错误"),
        M::Warnings { count } => format!("{count} 个警告"),
        M::Infos { count } => format!("{count} 个提示"),
        M::InFiles { count } => format!("，涉及 {count} 个文件"),
        M::Suppressed { count } => format!("；已忽略 {count} 个"),
        M::Stop => "。".into(),
        M::CanBeFixed { safe, others: 0 } => format!("{safe} 个可用 --fix 修复。"),
        M::CanBeFixed { safe: 0, others } => format!("{others} 个可用 --unsafe-fixes 修复。"),
        M::CanBeFixed { safe, others } => {
            format!("{safe} 个可用 --fix 修复，另外 {others} 个可用 --unsafe-fixes 修复。")
        }
        M::NothingToFix => "：没有可修复的问题".into(),
        M::Fixes { count } => format!("：{count} 处修复"),

        // The table in Markdown.
        M::ColumnTitles => "严重程度 | 位置 | 规则 | 问题".into(),
        M::MoreFindings { count } => format!("另有 {count} 个"),
        M::RunCounts {
            files,
            errors,
            warnings,
            infos,
        } => {
            format!("检查的文件：{files}，错误：{errors}，警告：{warnings}，提示：{infos}。")
        }

        // The rules and fixes in SARIF.
        M::Meaning { meaning } => match meaning {
            Meaning::Settings => "这与项目的设置有关，与 API 无关。",
            Meaning::Of(Severity::Error) => "API 会拒绝这样的消息体，或者忽略作者的意图。",
            Meaning::Of(Severity::Warning) => "API 会接受，但这样写没有意义或有风险。",
            Meaning::Of(Severity::Info) => "仅供了解；消息体没有错误。",
        }
        .into(),
        M::FixOf { fix } => match fix {
            FixAvailability::None => "如何处理须由作者决定：没有自动修复。",
            FixAvailability::Safe => "处理方法明确时，问题附带保持原意的修复。",
            FixAvailability::Unsafe => "问题可能附带修复，但含义可能因此改变：先查看再应用。",
        }
        .into(),
        M::ShowsExamples { name } => format!("`ctslint explain {name}` 会给出示例。"),
        M::MayChange { title } => format!("{title}（可能改变含义）"),
        M::WorkingDirectory => "本次运行的工作目录".into(),

        // Titles.
        M::Titled { title, text } => format!("{title}：{text}"),

        // What only the command line can offer.
        M::MendOrAccept => "修正该处的问题，或用 `ctslint baseline` 重新忽略；`--prune` 会去掉此项".into(),
        M::RemoveOrPrune => "删除它，或由 `ctslint baseline --prune` 删除".into(),
        M::NameIt => "指明文档类型：v3 请求用 `--as v3`，v1 请求用 `--as v1`".into(),
        M::NameList => "指明文档类型：`--as v3-list-response`；v1 的响应用 `--as v1-query-response`".into(),
        M::WritesRequests { file } => format!("`ctslint translate {file}` 会写出 v3 请求"),
        M::TranslateDoes => "将消息体转换为 v3：使用 `ctslint translate`".into(),
        M::SayHuaweiOrRemoveIt => "请求体发往华为云时，用 `--provider huawei` 指明；否则删除该字段".into(),
        M::SayHuaweiOrRemoveThem => "请求体发往华为云时，用 `--provider huawei` 指明；否则删除这些字段".into(),
        M::SayHuaweiOrWrite => "请求体发往华为云时，用 `--provider huawei` 指明；否则改为 `system`".into(),
        M::SayHuaweiOrWriteAndRemove => {
            "请求体发往华为云时，用 `--provider huawei` 指明；否则改为 `system`，并删除其他字段".into()
        }
        M::WritesBody { file, has_errors } => {
            let when = if has_errors { "修正其中的错误后，" } else { "" };
            format!("{when}`ctslint translate {file}` 会写出 v3 请求体")
        }
        M::WithJq { advice, filter, file } => format!("{advice}：`jq -r {filter} {file} | ctslint check -`"),
        M::CheckFile { name, file } => format!("检查该文件：`ctslint check --as {name} {file}`"),

        // Translating.
        M::WouldBeLost { losses, options } => format!("{losses} 会丢失；如可接受，使用 `{options}`"),
        M::AnswerNeedsTarget { reason } => {
            format!("这是响应；用 `--to v3-update` 或 `--to v3` 将其转换成请求（{reason}）")
        }
        M::DataTracker => "这是数据类追踪器，只有华为云支持：用 `--provider huawei` 保留它".into(),
        M::ChooseTracker { list } => format!("{list}；用 `--name NAME` 选择其中一个"),
        M::CantTranslate { name, why } => format!("无法转换 `{name}`：{why}"),
        M::FixMends { name, count } => format!("`ctslint check --fix {name}` 可修复其中 {count} 个错误。"),
        M::FilesTranslated {
            done,
            all,
            place,
            skipped,
        } => {
            let count = match done == all {
                true => format!("已转换 {all} 个文件"),
                false => format!("{all} 个文件中已转换 {done} 个"),
            };
            let place = place.map_or(String::new(), |place| format!("，写入 `{place}`"));
            let skipped = match skipped {
                0 => String::new(),
                skipped => format!("，跳过 {skipped} 个"),
            };
            format!("{count}{place}{skipped}。")
        }
        M::Kept => "保留".into(),
        M::Change { kind } => match kind {
            ChangeKind::Moved => "移动",
            ChangeKind::Added => "新增",
            ChangeKind::Dropped => "去掉",
            ChangeKind::Lost => "丢失",
        }
        .into(),

        // Comparing.
        M::Compared {
            request,
            answer,
            tracker,
        } => format!("{request} 与 {answer} 比较，追踪器 `{tracker}`"),
        M::Difference { kind } => match kind {
            DifferenceKind::Set => "设置",
            DifferenceKind::Changed => "更改",
            DifferenceKind::Reset => "重置",
            DifferenceKind::Open => "不确定",
            DifferenceKind::Unchanged => "不变",
        }
        .into(),
        M::SetOrChanged { count } => format!("设置或更改 {count} 项"),
        M::Reset { count } => format!("重置 {count} 项"),
        M::Open { count } => format!("不确定 {count} 项"),
        M::Unchanged { count } => format!("不变 {count} 项"),
        M::NothingWouldChange => "不会有任何更改。".into(),
        M::CantCompare { request, answer, why } => format!("无法比较 {request} 与 {answer}：{why}"),

        // Explaining and listing.
        M::Topics { kind } => match kind {
            TopicKind::Rule => "规则",
            TopicKind::Document => "文档",
            TopicKind::Name => "字段名",
            TopicKind::Field => "字段",
            TopicKind::ForeignField => "所在位置没有的字段",
            TopicKind::ApiError => "API 的错误码",
            TopicKind::HttpStatus => "API 的状态码",
            _ => "其他",
        }
        .into(),
        M::MoreCases { name } => format!("更多示例：`ctslint explain {name} --all`"),
        M::ExplainLists => "`ctslint explain` 会列出可以说明的内容".into(),
        M::DidYouMean { names } => format!("是否应为 {names}？"),
        M::NoFix => "无修复".into(),
        M::SafeFix => "安全修复".into(),
        M::UnsafeFix => "不安全修复".into(),
        M::OffUnlessConfigured => "；默认关闭，配置后启用".into(),

        // What applies to a file.
        M::Configuration => "配置".into(),
        M::Suppressions => "忽略项".into(),
        M::Policy { field } => format!("策略 {field}"),
        M::At { pointer } => format!("在 {pointer}"),
        M::None => "无".into(),
        M::EntriesForFile { path, count } => format!("{path}，{count} 项适用于此文件"),
        M::ToldFromContent => "由内容判断".into(),

        // The baseline.
        M::EntriesAdded { count, path } => format!("已在 `{path}` 中添加 {count} 项。"),
        M::EntriesDropped { count, path } => format!("已从 `{path}` 中去掉 {count} 项。"),
        M::NothingToAccept => "没有可忽略的问题。".into(),
        M::NothingToDrop => "没有可去掉的忽略项。".into(),
        M::CantBeSuppressed { count } => format!("{count} 个问题不能忽略；用 `ctslint check` 查看必须修正的问题。"),

        // Names of places.
        M::CurrentFolder => "当前文件夹".into(),
        M::StandardInput => "标准输入".into(),
        M::StandardOutput | M::ToStandardOutput => "标准输出".into(),
        M::ToStandardError => "标准错误输出".into(),

        // Mistakes in settings.
        M::NoKey { name } => format!("没有键 `{name}`"),
        M::NoRule { name } => format!("没有规则 `{name}`"),
        M::RulesListsThem => "`ctslint rules` 会列出所有规则".into(),
        M::Write { text } => format!("改为 {text}"),
        M::ItemOf { name } => format!("{name} 的元素"),
        M::MustBe { name, want, got } => format!("{name} 类型错误，期望：{}，实际：{}", toml(want), toml(got)),
        M::MissingFrom { key, name } => format!("{name} 中缺少 `{key}`"),
        M::AddKey { key } => format!("添加 `{key} = …`"),
        M::WriteDate => "不加引号书写：`2027-01-31`".into(),
        M::TooManyEntries { name, most, count } => format!("{name} 最多 {most} 项，当前为 {count} 项"),
        M::TooManyBytes { name, most, count } => format!("{name} 最多 {most} 个字节，当前为 {count} 个"),
        M::IsNone { text, of } => format!("`{text}` 不是{}", choice(of)),
        M::LeadsOut => "此路径位于该文件所在文件夹之外，不会匹配任何内容".into(),
        M::PutFurtherUp => "写入上级文件夹中的文件".into(),
        M::PutFurtherUpOrName => "写入上级文件夹中的文件，或用 `--config` 指定此文件".into(),
        M::NoHash { text } => format!("`{text}` 不是值的哈希"),
        M::HashLooks => "`fnv1a:` 加 16 位十六进制数字".into(),
        M::LeaveOutOrBaseline => "去掉它，或由 `ctslint baseline` 写入".into(),
        M::MustNotBeEmpty { name } => format!("{name} 不能为空"),
        M::NoPointer { text } => format!("`{text}` 不是 JSON Pointer"),
        M::TildeIs => "名称中的 `~` 写作 `~0`，`/` 写作 `~1`".into(),
        M::NoGlob { text } => format!("`{text}` 不是 glob"),
        M::NoPlainField { text } => format!("没有文档含有简单字段 `{text}`"),
        M::NameField => "指定值为字符串、数字或布尔值的字段：`bucket_name`，或 `/obs_info/bucket_name`".into(),
        M::NoPattern => "此模式不是正则表达式".into(),
        M::EmptyPath => "空路径不会匹配任何内容".into(),
        M::WriteEverything => "匹配所有内容时写 `**`".into(),
        M::PathStart { start } => format!("路径不能以 `{start}` 开头"),
        M::PathsAreRelative => "路径相对于此文件所在的文件夹".into(),
        M::OneSlash => "路径的两个名称之间只能有一个 `/`".into(),
        M::NoDot => "路径中不能有名称 `.`".into(),
        M::NoDotDot => "路径的名称之后不能有 `..`".into(),
        M::NameFolder => "直接写文件夹本身".into(),
        M::PathEnd => "路径不能以 `/` 结尾".into(),
        M::AllInFolder { folder } => format!("匹配其中所有内容时写 `{folder}/**`"),
        M::ForWholeFiles { key } => format!("`{key}` 用于整个文件，而此项用于部分字段"),
        M::WithoutPointers => "写入没有 `pointers` 的另一项".into(),
        M::SetsNothing => "此项没有设置任何内容".into(),
        M::AddRules => "添加 `rules`、`as` 或 `provider`".into(),
        M::NoPlainFieldOf { text, document } => format!("`{text}` 不是 {document} 的简单字段"),
        M::PatternTakesMuch => "此模式需要的内存超过 4 MiB".into(),
        M::RepeatLess => "减少重复，并使用更小的字符类：`[a-z]` 比 `\\w` 小得多".into(),
        M::GlobsTooLarge => "这些 glob 合起来过大".into(),
        M::FirstOfThem => "其中的第一个".into(),
        M::NameFolders => "用 `folder/**` 指定文件夹，并减少通配符".into(),
        M::TwiceHere => "此项出现了两次".into(),
        M::FirstInLine { line } => format!("第一项在第 {line} 行"),
        M::KeepOne => "只保留其中一项".into(),
        M::NotSuppressible { rule } => format!("`{rule}` 不能忽略"),
        M::MendIt => "修正它报告的问题".into(),
        M::ValueNeedsPointer => "值须与字段的 `pointer` 一起使用".into(),
        M::AddPointer => "添加 pointer，或去掉 `value`".into(),
        M::MoreMistakes { count } => format!("另有 {count} 个"),
    }
}

fn toml(value: Toml) -> &'static str {
    match value {
        Toml::String => "字符串",
        Toml::Number => "数字",
        Toml::Boolean => "布尔值",
        Toml::DateOrTime => "日期或时间",
        Toml::Date => "日期",
        Toml::List => "列表",
        Toml::Table => "表",
        Toml::Tables => "多个表",
        Toml::ListOfTables => "表的列表",
        Toml::Severities => "规则与严重程度的表",
    }
}

fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Threshold => "阈值",
        Choice::Document => "文档",
        Choice::Provider => "云服务商",
        Choice::Pack => "规则集",
        Choice::Severity => "严重程度",
        Choice::Rule => "规则",
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    use Failure as F;
    match failure {
        F::Read { path, source } => format!("无法读取 `{path}`：{}", cause_of(source, cause)),
        F::Settings { path, count: 1, shown } => format!("`{path}` 中有错误\n{shown}"),
        F::Settings { path, count, shown } => format!("`{path}` 中有 {count} 个错误\n{shown}"),
        F::LeftOut { count } => format!("没有要检查的文件：找到的 {count} 个文件均被配置排除"),
        F::Write { path, source } => format!("写入失败（{path}）：{}", cause_of(source, cause)),
        F::WriteToInput { path } => format!("不能写入 `{path}`：它是要检查的文件之一"),
        F::WriteToSettings { path } => format!("不能写入 `{path}`：其中是设置；将报告写入其他文件"),
        F::WriteTwice { path } => format!("不能将两份报告写入同一位置：{path}"),
        F::NoCommand { name, known } => format!("没有命令 `{name}`；现有命令：{known}"),
        F::NoMatch { paths } => format!("没有匹配的文件：{paths} 中没有 *.json、*.jsonc、*.http 或 *.rest"),
        F::Exists { path } => format!("文件已存在：{path}；用 --force 覆盖"),
        F::SameName { path } => format!("已为其他文件写入过：{path}"),
        F::WriteIntoSource { path } => format!("不能写入 `{path}`：它位于要转换的文件夹中"),
        F::ManyBodies => "不能将多个文件转换到同一位置；用 --out-dir 写入文件夹".into(),
        F::StdinTwice => "只能有一个文本来自标准输入".into(),
        F::NothingToExplain { name, hint } => format!("没有名为 `{name}` 的内容；{hint}"),
        F::StdinNotRead => "--stdin-filename 为标准输入的内容命名；如需读取标准输入，加上 `-`".into(),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let settings = |what: &str| format!("{what}；将其删除，或用 --isolated 忽略设置");
    match cause {
        Cause::NoSuchFile => "文件不存在".into(),
        Cause::Folder => "它是文件夹".into(),
        Cause::NotPermitted => "没有权限".into(),
        Cause::Device => "它是设备".into(),
        Cause::NoWriter => "它是没有写入方的管道".into(),
        Cause::NoRegularFile => "它不是普通文件".into(),
        Cause::BrokenLink => "它是指向不存在目标的链接".into(),
        Cause::LargerThan(limit) => format!("它大于 {limit}"),
        Cause::NotUtf8 => "它不是 UTF-8".into(),
        Cause::ReadOnly => "它是只读的".into(),
        Cause::HardLink => "它还有另一个名称（硬链接），那里会保留旧内容".into(),
        Cause::Changed => "读取之后它已被更改".into(),
        Cause::SettingsAreFolder => settings("它是文件夹"),
        Cause::SettingsAreNoFile => settings("它不是普通文件"),
        Cause::SettingsAreBrokenLink => settings("它是指向不存在目标的链接"),
    }
}
