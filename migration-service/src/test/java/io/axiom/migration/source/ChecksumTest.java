package io.axiom.migration.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void lineEndingsAndTrailingBlanksDoNotCount() {
        String plain = "create table t (a int);\n\nselect 1;";

        assertThat(Checksum.of("\uFEFFcreate table t (a int);  \r\n\t\r\nselect 1;\r\n\r\n"))
                .isEqualTo(Checksum.of(plain));
        assertThat(Checksum.of("create table t (a int);\r\rselect 1;")).isEqualTo(Checksum.of(plain));
    }

    @Test
    void everythingElseCounts() {
        assertThat(Checksum.of("select 1;")).isNotEqualTo(Checksum.of("select  1;"));
        assertThat(Checksum.of("select 1;")).isNotEqualTo(Checksum.of(" select 1;"));
        assertThat(Checksum.of("select 1;")).isNotEqualTo(Checksum.of("SELECT 1;"));
    }

    @Test
    void itIsSha256() {
        assertThat(Checksum.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void flywaysIsCrcOverLines() {
        assertThat(Checksum.flyway("123456789")).isEqualTo((int) 0xCBF43926L);
        assertThat(Checksum.flyway("12345\r\n6789\n")).isEqualTo((int) 0xCBF43926L);
    }
}
