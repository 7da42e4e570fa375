package io.axiom.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.RouteTable;
import io.axiom.standin.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RestDocumentTest {
    private static final String MARK = "<!-- made by RestDocumentTest; -Daxiom.write-docs=true writes it -->\n";

    @Test
    void theDocumentListsEveryRoute() throws Exception {
        Path file = Path.of(System.getProperty("axiom.root"), "docs", "rest.md");
        String text = Files.readString(file);
        String wanted = text.substring(0, text.indexOf(MARK))
                + MARK
                + table(Platform.shared().bean(RouteTable.class));
        if (Boolean.getBoolean("axiom.write-docs")) {
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file)).isEqualTo(wanted);
    }

    private static String table(RouteTable routes) {
        StringBuilder table = new StringBuilder("| route | least role | |\n|---|---|---|\n");
        for (Endpoint endpoint : routes.endpoints()) {
            table.append("| `")
                    .append(endpoint.method())
                    .append(' ')
                    .append(endpoint.path())
                    .append("` | ")
                    .append(
                            endpoint.role() == null
                                    ? "none"
                                    : endpoint.role().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(endpoint.summary())
                    .append(" |\n");
        }
        return table.toString();
    }
}
