package jirei.web.request;

import io.javalin.http.Context;
import java.io.Serial;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The query string of a URL. Immutable.
 *
 * @param parameters the parameters, in order
 */
public record QueryString(List<Parameter> parameters) {
    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /** A decoded name and value. Immutable. */
    public record Parameter(String name, String value) {}

    /**
     * Thrown for an invalid percent escape, such as {@code q=%ZZ}, which no form and no link of this program contains.
     * Immutable.
     */
    public static final class MalformedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Parameter raw;

        private MalformedException(Parameter asWritten, Throwable cause) {
            super("malformed escape in \"" + asWritten.name() + "=" + asWritten.value() + "\"", cause);
            this.raw = asWritten;
        }

        /** The parameter as received, not decoded. */
        public Parameter raw() {
            return raw;
        }
    }

    /**
     * Parses a query string, such as {@code q=a+b&page=2}.
     *
     * @throws MalformedException if a percent escape is invalid
     */
    public static QueryString parse(String raw) throws MalformedException {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : raw.split("&", -1)) {
            if (!part.isEmpty()) {
                parameters.add(decoded(part));
            }
        }
        return new QueryString(parameters);
    }

    private static Parameter decoded(String part) throws MalformedException {
        int equals = part.indexOf('=');
        var written = equals < 0
                ? new Parameter(part, "")
                : new Parameter(part.substring(0, equals), part.substring(equals + 1));
        try {
            return new Parameter(decode(written.name()), decode(written.value()));
        } catch (IllegalArgumentException broken) {
            throw new MalformedException(written, broken);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns the query string of the request as received; empty if there is none. */
    public static String raw(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }

    /** Returns the values of {@code name}, in order; empty if there are none. */
    public List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Returns this query string with a parameter appended. */
    public QueryString with(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new QueryString(more);
    }

    /** Returns this query string without the parameters named {@code name}. */
    public QueryString without(String name) {
        return new QueryString(parameters.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList());
    }

    /** Returns the encoded query string including the question mark; empty without parameters. */
    @Override
    public String toString() {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
