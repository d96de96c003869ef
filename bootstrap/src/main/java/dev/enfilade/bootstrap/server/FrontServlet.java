package dev.enfilade.bootstrap.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The servlet that Jetty knows: hands every request to its generation. */
final class FrontServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Generations generations;

    FrontServlet(Generations generations) {
        this.generations = generations;
    }

    @Override
    public void init() throws ServletException {
        prepare(generations.current());
    }

    /** Has to be done before the generation takes requests on. */
    void prepare(Generation generation) throws ServletException {
        generation.servlet().init(getServletConfig());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Generation.of(request).servlet().service(request, response);
    }
}
