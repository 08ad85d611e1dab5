#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "lsp/frame.h"

namespace bnlint::lsp {

using Json = nlohmann::json;

/// The codes of JSON-RPC and of the Language Server Protocol.
enum ErrorCode : int {
  kParseError = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kInternalError = -32603,
  kServerNotInitialized = -32002,
  kRequestFailed = -32803,
  kServerCancelled = -32802,
  kContentModified = -32801,
  kRequestCancelled = -32800,
};

struct RpcError {
  int code = kInternalError;
  std::string message;
  Json data;  ///< null: none
};
using Reply = tl::expected<Json, RpcError>;

inline tl::unexpected<RpcError> FailWith(int code, std::string message, Json data = {}) {
  return tl::unexpected<RpcError>({code, std::move(message), std::move(data)});
}

/// One conversation in JSON-RPC 2.0 over two streams. A thread of its own reads, so that a cancellation is known while a
/// request is being answered; everything else happens on the thread that calls Step. Register the handlers, then Start.
/// A message that is no JSON, no object or of no use is answered with an error where it can be, and else passed over.
class Connection {
 public:
  Connection(int in, int out) : reader_(in), writer_(out) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  using RequestHandler = std::function<Reply(const Json& params)>;
  using NotificationHandler = std::function<void(const Json& params)>;
  void OnRequest(std::string method, RequestHandler handler);
  void OnNotification(std::string method, NotificationHandler handler);
  /// Asked before every message: why it may not be handled now. Of notifications the answer is dropped.
  std::function<std::optional<RpcError>(std::string_view method)> gate;
  /// Told of every message that comes (true) or goes.
  std::function<void(bool incoming, const Json& message)> trace;

  void Start();
  enum class Step { kHandled, kNothing, kEnd };
  /// Handles the next message. Without one: waits, or returns kNothing at once. kEnd when the stream has ended and
  /// everything is handled.
  Step Next(bool wait);

  /// These three may be called by any thread.
  void Notify(std::string_view method, Json params);
  /// The same, of parameters that are JSON already.
  void NotifyRaw(std::string_view method, std::string_view params);
  void Request(std::string_view method, Json params, NotificationHandler on_result = {});

  /// True when the request at hand was cancelled.
  [[nodiscard]] bool Cancelled() const;
  /// True when a message that waits passes the test. Cheap while none waits.
  [[nodiscard]] bool AnyWaiting(const std::function<bool(const Json&)>& test) const;

 private:
  struct Incoming {
    Json message;
    std::optional<RpcError> fault;
  };
  void Read();
  void Take(std::string_view body);
  void Handle(const Json& message);
  void HandleRequest(const Json& id, const std::string& method, const Json& params);
  void Send(const Json& message);
  void Respond(const Json& id, const Reply& reply);

  FrameReader reader_;
  FrameWriter writer_;
  std::thread thread_;
  std::map<std::string, RequestHandler, std::less<>> requests_;
  std::map<std::string, NotificationHandler, std::less<>> notifications_;

  mutable std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Incoming> waiting_;
  std::atomic<size_t> count_ = 0;  // of waiting_
  std::set<std::string> cancelled_;
  std::atomic<size_t> cancels_ = 0;  // of cancelled_
  bool ended_ = false;
  std::map<std::string, NotificationHandler> asked_;  // by our request's id
  uint64_t last_id_ = 0;
  std::string current_;  // id of the request at hand; of the handling thread
};

/// JSON out of what a client sent. Lone surrogates and bytes that are not UTF-8, which editors send when half a
/// character was deleted, become U+FFFD. Nothing when it is no JSON.
std::optional<Json> ParseJson(std::string_view text);

}  // namespace bnlint::lsp
