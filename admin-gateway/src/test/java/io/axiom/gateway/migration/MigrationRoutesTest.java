package io.axiom.gateway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRoutesTest {
    private static final String MIGRATE = "/api/databases/orders/migrate";

    private final Rest rest = Platform.shared().rest();

    private static String posted(int characters) {
        return "{\"dryRun\":true,\"source\":{\"files\":[{\"name\":\"V1__a.sql\",\"content\":\"" + "x".repeat(characters)
                + "\"}]}}";
    }

    @Test
    void aFolderOfNearlyTwoMegabytesIsTaken() {
        assertThat(rest.post(MIGRATE, posted(1_800_000)).status()).isNotEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 50 * 1024 * 1024})
    void whatIsTooLargeToBePostedHasOtherWays(int characters) {
        Rest.Answer answer = rest.post(MIGRATE, posted(characters));

        assertThat(answer.status() + " " + answer.code()).isEqualTo("413 request.too-large");
        assertThat(answer.json().path("next").asString("")).contains("source.git", "source.directory");
    }
}
