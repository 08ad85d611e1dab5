// What the client asks of the server, by its settings.

/** The part of vscode.WorkspaceConfiguration that is needed. */
export interface Settings {
  get<T>(key: string, otherwise: T): T;
}

const KEYS: [string, unknown][] = [
  ["enable", true], ["language", "auto"], ["profile", ""], ["select", []], ["extendSelect", []],
  ["ignore", []], ["dictionary", ""], ["suggest", true], ["maxFindings", 5000], ["workspaceDiagnostics", false],
];

export function initializationOptions(settings: Settings, locale: string): Record<string, unknown> {
  const options = Object.fromEntries(KEYS.map(([key, otherwise]) => [key, settings.get(key, otherwise)]));
  if (options.language === "auto") options.language = locale.startsWith("bn") ? "bn" : "en";
  return options;
}

export function clientOptions(settings: Settings, locale: string) {
  return {
    documentSelector: settings.get<string[]>("languages", []).flatMap(
      (language) => [{scheme: "file", language}, {scheme: "untitled", language}]),
    initializationOptions: initializationOptions(settings, locale),
  };
}
