package dev.enfilade.contract.backend;

/** A tool call of a model; the arguments are JSON. */
record Call(String id, String name, String arguments) {}
