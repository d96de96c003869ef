package dev.enfilade.contract.golden;

/** What the client sends. */
record GoldenRequest(String method, String path, Headers headers, RequestBody body) {}
