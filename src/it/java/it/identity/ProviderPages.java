package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages of a provider, from where somebody is sent to it until it sends them back.
///
/// @param ports by which its pages are told from others
/// @param name what its form calls the name of who signs in
/// @param password what its form calls the password
record ProviderPages(Set<Integer> ports, String name, String password) {

    private static final Pattern FORM = Pattern.compile("(?is)<form[^>]+action=[\"']([^\"']*)[\"']");

    static String passwordOf(String person) {
        return person + "'s own password";
    }

    /// Goes through them.
    ///
    /// @param person who signs in if a password is asked for
    /// @return the address to which the browser is sent back
    URI visit(Wanderer browser, URI address, String person) {
        HttpResponse<String> page = follow(browser, browser.get(address));
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() == 200 && form.find()) {
            URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
            page = follow(browser, browser.post(action, Map.of(name, person, password, passwordOf(person))));
        }
        assertThat(page.statusCode()).as(page.body()).isIn(302, 303);
        return Wanderer.location(page);
    }

    // Within the provider, and no further.
    private HttpResponse<String> follow(Wanderer browser, HttpResponse<String> first) {
        HttpResponse<String> page = first;
        for (int steps = 0; steps < 10; steps++) {
            if (page.headers().firstValue("Location").isEmpty()
                    || !ports.contains(Wanderer.location(page).getPort())) {
                return page;
            }
            page = browser.get(Wanderer.location(page));
        }
        throw new AssertionError("the provider leads round in circles: " + page);
    }
}
