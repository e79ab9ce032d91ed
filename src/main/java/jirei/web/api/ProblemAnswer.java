package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error response in the format of RFC 9457. Immutable.
 *
 * @param type the problem type, a stable URI
 * @param title the problem type in words
 * @param status the HTTP status
 * @param detail one sentence that names the value found
 * @param parameter the invalid parameter; null, and omitted, if there is none
 * @param value the value found; null, and omitted, if there is no invalid parameter
 * @param allowed the allowed values; null, and omitted, if there is no invalid parameter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String parameter,
        @Nullable String value,
        @Nullable List<String> allowed) {}
