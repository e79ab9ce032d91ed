package jirei.web.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;

/** Serves the OpenAPI description, which a test compares to the responses of the API. Stateless. */
public final class OpenApi {
    private OpenApi() {}

    public static void document(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        try (InputStream document =
                Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"), "openapi.json is missing")) {
            context.contentType("application/json").result(document.readAllBytes());
        }
    }
}
