package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The demo says no, in OpenAI's words and shape. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final transient ObjectNode body;

    private Refusal(int status, String message, String type, String code) {
        super(message);
        this.status = status;
        this.body = error(message, type, code);
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message, INVALID_REQUEST, "bad_request");
    }

    static Refusal noSuchModel(String model) {
        return new Refusal(404, "The model `" + model + "` does not exist", INVALID_REQUEST, "model_not_found");
    }

    static Refusal noSuchPath(String method, String path) {
        return new Refusal(404, "Unknown request URL: " + method + " " + path, INVALID_REQUEST, "unknown_url");
    }

    static Refusal outOfOrder() {
        return new Refusal(503, "demo-error is out of order, as it should be", "server_error", "demo_error");
    }

    static ObjectNode error(String message, String type, String code) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return body;
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }
}
