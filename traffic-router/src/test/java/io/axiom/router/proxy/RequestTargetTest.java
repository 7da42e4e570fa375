package io.axiom.router.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/production/shop/orders?id=1, /orders?id=1",
        "/production/shop/, /",
        "/production/shop, /",
        "/production/shop?a=/b, /?a=/b",
        "/production/shop//double, //double",
        "/production/shop/caf%C3%A9%20au, /caf%C3%A9%20au",
        "/production/shop/.well-known/x, /.well-known/x",
        "/production/shop/a..b/...c, /a..b/...c",
    })
    void theRoutePrefixIsCutOffAndNothingElse(String uri, String rest) {
        RequestTarget target = RequestTarget.ofPath(RequestTarget.clean(uri));
        assertThat(target).isEqualTo(new RequestTarget("production", "shop", "/production/shop", rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/production",
                "//shop/x",
                "/production//x",
                "/Production/shop",
                "/prod%75ction/shop/",
                "/a_b/c/"
            })
    void otherPathsNameNoRoute(String uri) {
        assertThat(RequestTarget.ofPath(RequestTarget.clean(uri))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/production/shop/../../admin",
                "/production/shop/..",
                "/production/shop/./x",
                "/production/shop/%2e%2e/x",
                "/production/shop/%2E./x",
                "/production/shop/..%2fx",
                "/production/shop/x%2f..%2fy",
                "/production/shop/..;a=b/x",
                "/production/shop/..%5cx",
                "/production/shop/a\\b",
                "/production/shop/%00",
                "/production/shop/%0d%0aX: y",
                "/production/shop/%zz",
                "/production/shop/%2",
                "/production/shop/#x",
                "/production/shop/a\tb",
                "/production/shop/é",
                "*",
                "",
                "production/shop",
                "ftp://production/shop",
            })
    void ambiguousTargetsAreNotTaken(String uri) {
        assertThat(RequestTarget.clean(uri)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.production.example.com, shop, production",
        "Shop.Production, shop, production",
        "shop.production.localhost, shop, production"
    })
    void aHostNamesComponentThenEnvironment(String host, String component, String environment) {
        assertThat(RequestTarget.ofHost(host, "/x")).isEqualTo(new RequestTarget(environment, component, "", "/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "", ".production", "shop.", "a_b.production"})
    void otherHostsNameNoRoute(String host) {
        assertThat(RequestTarget.ofHost(host, "/x")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"http://h/production/shop/x?y, /production/shop/x?y", "http://h, /", "HTTP://h:1/x, /x"})
    void theAbsoluteFormIsUnderstood(String uri, String clean) {
        assertThat(RequestTarget.clean(uri)).isEqualTo(clean);
    }
}
