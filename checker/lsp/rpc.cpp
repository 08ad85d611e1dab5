#include "lsp/rpc.h"

#include <algorithm>

#include "lsp/mend_json.h"

namespace bnlint::lsp {
namespace {

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool IsId(const Json& id) { return id.is_string() || id.is_number_integer(); }

}  // namespace

std::optional<Json> ParseJson(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) json = Json::parse(MendJsonText(text), nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

Connection::~Connection() {
  // The reading thread may wait for ever for a client that has stopped talking.
  if (thread_.joinable()) thread_.detach();
}

void Connection::OnRequest(std::string method, RequestHandler handler) {
  requests_[std::move(method)] = std::move(handler);
}
void Connection::OnNotification(std::string method, NotificationHandler handler) {
  notifications_[std::move(method)] = std::move(handler);
}

void Connection::Start() {
  thread_ = std::thread([this] { Read(); });
}

void Connection::Read() {
  while (true) {
    const auto body = reader_.Next();
    if (body) {
      Take(*body);
      continue;
    }
    const std::lock_guard lock(mutex_);
    if (reader_.fault() == FrameFault::kEnd) {
      ended_ = true;
    } else {
      const bool length = reader_.fault() == FrameFault::kNoLength;
      waiting_.push_back({{},
                          RpcError{length ? kParseError : kInvalidRequest,
                                   length ? "a header without Content-Length" : "message too long",
                                   {}}});
      ++count_;
    }
    came_.notify_one();
    if (ended_) return;
  }
}

void Connection::Take(std::string_view body) {
  auto json = ParseJson(body);
  const std::lock_guard lock(mutex_);
  if (json && json->is_object() && json->value("method", Json()) == "$/cancelRequest") {
    const Json id = json->contains("params") && (*json)["params"].is_object()
                        ? (*json)["params"].value("id", Json())
                        : Json();
    const bool waits =
        id.dump() == current_ || std::ranges::any_of(waiting_, [&](const Incoming& one) {
          return one.message.is_object() && one.message.value("id", Json()) == id;
        });
    if (waits && cancelled_.insert(id.dump()).second) ++cancels_;
  }
  if (json) {
    waiting_.push_back({std::move(*json), std::nullopt});
  } else {
    waiting_.push_back({{}, RpcError{kParseError, "not JSON", {}}});
  }
  ++count_;
  came_.notify_one();
}

Connection::Step Connection::Next(bool wait) {
  Incoming next;
  {
    std::unique_lock lock(mutex_);
    if (wait) came_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return ended_ ? Step::kEnd : Step::kNothing;
    next = std::move(waiting_.front());
    waiting_.pop_front();
    --count_;
    // Under the same lock, so that a cancellation finds the request in one place or the other.
    current_ = next.message.is_object() && next.message.contains("method")
                   ? next.message.value("id", Json()).dump()
                   : std::string();
  }
  if (next.fault) {
    Respond(nullptr, tl::unexpected(*next.fault));
  } else {
    Handle(next.message);
  }
  const std::lock_guard lock(mutex_);
  if (cancelled_.erase(current_) > 0) --cancels_;
  current_.clear();
  return Step::kHandled;
}

void Connection::Handle(const Json& message) {
  if (trace) trace(true, message);
  if (!message.is_object()) {
    return Respond(nullptr, FailWith(kInvalidRequest, "a message is an object"));
  }
  const Json id = message.value("id", Json());
  const auto method = message.find("method");
  if (method == message.end()) {  // an answer to us
    NotificationHandler on_result;
    {
      const std::lock_guard lock(mutex_);
      const auto asked = id.is_string() ? asked_.find(id.get<std::string>()) : asked_.end();
      if (asked == asked_.end()) return;
      on_result = std::move(asked->second);
      asked_.erase(asked);
    }
    if (on_result && message.contains("result")) on_result(message["result"]);
    return;
  }
  const Json params = message.value("params", Json());
  if (!method->is_string() || (message.contains("id") && !IsId(id))) {
    return Respond(IsId(id) ? id : Json(), FailWith(kInvalidRequest, "no method, or no proper id"));
  }
  const auto name = method->get<std::string>();
  if (message.contains("id")) return HandleRequest(id, name, params);
  const auto handler = notifications_.find(name);
  if (handler == notifications_.end() || (gate && gate(name))) return;
  try {
    handler->second(params);
  } catch (const Json::exception&) {
    // A notification cannot be answered; what is wrong with its parameters is the client's.
  }
}

void Connection::HandleRequest(const Json& id, const std::string& method, const Json& params) {
  if (gate) {
    if (const auto error = gate(method)) return Respond(id, tl::unexpected(*error));
  }
  const auto handler = requests_.find(method);
  if (handler == requests_.end()) {
    return Respond(id, FailWith(kMethodNotFound, "no such method: " + method));
  }
  if (Cancelled()) return Respond(id, FailWith(kRequestCancelled, "cancelled"));
  try {
    Respond(id, handler->second(params));
  } catch (const Json::exception& error) {
    Respond(id, FailWith(kInvalidParams, error.what()));
  }
}

void Connection::Respond(const Json& id, const Reply& reply) {
  Json message = {{"jsonrpc", "2.0"}, {"id", id}};
  if (reply) {
    message["result"] = *reply;
  } else {
    message["error"] = {{"code", reply.error().code}, {"message", reply.error().message}};
    if (!reply.error().data.is_null()) message["error"]["data"] = reply.error().data;
  }
  Send(message);
}

void Connection::Send(const Json& message) {
  writer_.Write(Dump(message));
  if (trace) trace(false, message);
}

void Connection::Notify(std::string_view method, Json params) {
  Json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
  // A trace of the trace would never end.
  if (method == "$/logTrace") {
    writer_.Write(Dump(message));
  } else {
    Send(message);
  }
}

void Connection::NotifyRaw(std::string_view method, std::string_view params) {
  std::string body = R"({"jsonrpc":"2.0","method":")";
  body.append(method).append(R"(","params":)").append(params).append("}");
  writer_.Write(body);
  if (trace) trace(false, {{"method", method}});
}

void Connection::Request(std::string_view method, Json params, NotificationHandler on_result) {
  std::string id;
  {
    const std::lock_guard lock(mutex_);
    id = "bnlint-" + std::to_string(++last_id_);
    asked_[id] = std::move(on_result);
  }
  Send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

bool Connection::Cancelled() const {
  if (cancels_ == 0) return false;
  const std::lock_guard lock(mutex_);
  return cancelled_.contains(current_);
}

bool Connection::AnyWaiting(const std::function<bool(const Json&)>& test) const {
  if (count_ == 0) return false;
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(waiting_, [&](const Incoming& one) { return test(one.message); });
}

}  // namespace bnlint::lsp
