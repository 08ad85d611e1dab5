#include "dataset/documents.h"

#include "dataset/attributes.h"
#include "dataset/json_line.h"

namespace bnlint::dataset {
namespace {

std::string Joined(const std::vector<std::string>& path) {
  std::string joined;
  for (const std::string& name : path) joined += (joined.empty() ? "" : ".") + name;
  return joined;
}

// A line that holds a document.
struct Entry {
  std::string_view line;  // with its line break, if it has one
  uint64_t number;
  std::string id;  // JSON
  std::string_view text;
};

class BatchWork {
 public:
  BatchWork(const Job& job, const Batch& batch, BatchResult& result)
      : job_(job), path_(job.shards[batch.shard].path), result_(result) {}

  void Do(const Batch& batch) {
    for (const Record& record : batch.records) {
      if (job_.chosen && !job_.chosen(batch.shard, record.number)) continue;
      if (const auto done = Do(batch, record); !done) {
        Refuse(record, done.error());
        if (job_.stop_on_error) return;
      }
    }
  }

 private:
  Result<void> Do(const Batch& batch, const Record& record) {
    if (record.too_long) {
      return Fail("longer than " + std::to_string(job_.longest_line >> 20) +
                  " MiB (--longest-line)");
    }
    Entry entry{batch.Line(record), record.number, "", ""};
    constexpr std::string_view kMark = "\uFEFF";
    if (record.number == 1 && entry.line.starts_with(kMark)) {
      entry.line.remove_prefix(kMark.size());
    }
    if (const auto parsed = json_.Parse(entry.line); !parsed) return parsed;
    const auto text = json_.Text(job_.text_path);
    if (!text) return Fail("no string at '" + Joined(job_.text_path) + "'");
    entry.text = *text;
    entry.id = Id(entry);
    ++result_.summary.documents;
    switch (job_.command) {
      case Command::kAnnotate: Annotate(entry); break;
      case Command::kFilter: Filter(entry); break;
      case Command::kStats: Count(entry); break;
    }
    return {};
  }

  // The value at the id's path as it stands; without one, the file and the line.
  std::string Id(const Entry& entry) const {
    const auto id = json_.Find(job_.id_path);
    if (id) return std::string(entry.line.substr(id->begin, id->end - id->begin));
    return QuoteJson(path_ + ':' + std::to_string(entry.number));
  }

  void Annotate(const Entry& entry) {
    const Analysis analysis = job_.analyst->Read(entry.text);
    Note(analysis);
    result_.output += AttributesLine(entry.id, entry.text, analysis);
  }

  void Filter(const Entry& entry) {
    std::string mended(job_.fix ? entry.text : std::string_view());
    const Analysis analysis =
        job_.fix ? job_.analyst->Mend(mended) : job_.analyst->Read(entry.text);
    Note(analysis);
    const std::vector<Reason> reasons = job_.policy->Judge(analysis.signals);
    for (const Reason& reason : reasons) {
      ++result_.summary.reasons[static_cast<size_t>(reason.threshold.signal)];
    }
    if (!reasons.empty()) {
      ++result_.summary.dropped;
      if (job_.dropped.empty()) return;
      Put(WithMember(entry.line, "bnlint", R"({"reasons":)" + ReasonsJson(reasons) + '}'),
          result_.dropped);
      return;
    }
    ++result_.summary.kept;
    if (job_.fix && mended != entry.text) {
      ++result_.summary.repaired;
      Put(WithText(entry.line, *json_.Find(job_.text_path), mended), result_.output);
    } else {
      Put(entry.line, result_.output);
    }
  }

  void Count(const Entry& entry) {
    const Analysis analysis = job_.analyst->Read(entry.text);
    Note(analysis);
    result_.signals.push_back(analysis.signals);
    Tally(entry.id, entry.text, analysis.findings, result_.rules);
  }

  void Note(const Analysis& analysis) {
    result_.summary.characters += static_cast<uint64_t>(analysis.signals[Signal::kCharacters]);
  }

  // The last line of a file may lack its line break.
  static void Put(std::string_view line, std::string& to) {
    to += line;
    if (!line.ends_with('\n')) to += '\n';
  }

  // Annotations have a line for each line of the input, or nobody could put them side by side.
  void Refuse(const Record& record, const Error& error) {
    ++result_.summary.bad_lines;
    result_.bad.push_back(
        {error.message, path_, record.number, std::max<uint64_t>(1, error.column)});
    if (job_.command != Command::kAnnotate || job_.stop_on_error) return;
    result_.output += R"({"id":)" + QuoteJson(path_ + ':' + std::to_string(record.number)) +
                      R"(,"attributes":{},"error":)" + QuoteJson(error.message) + "}\n";
  }

  const Job& job_;
  const std::string& path_;
  BatchResult& result_;
  JsonLine json_;
};

}  // namespace

BatchResult WorkOn(const Job& job, const Batch& batch) {
  BatchResult result;
  result.shard = batch.shard;
  result.last = batch.last;
  result.taken = batch.taken;
  result.error = batch.error;
  BatchWork(job, batch, result).Do(batch);
  return result;
}

}  // namespace bnlint::dataset
