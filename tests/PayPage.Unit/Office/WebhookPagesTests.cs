using System.Net;
using System.Text.RegularExpressions;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

public sealed partial class WebhookPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>, IAsyncLifetime
{
    private MerchantId _merchant;

    private Colleague _admin = null!;    // set before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => $"/merchant/{_merchant}/settings/webhooks";

    public async ValueTask InitializeAsync()
    {
        _merchant = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        _admin = await Colleague.HiredAsync(office.Site, _merchant, Role.Admin, Ct);
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_secret_is_shown_once_when_it_is_made_and_never_again()
    {
        var (path, secret) = await AddAsync("http://127.0.0.1:9/hook");
        Assert.DoesNotContain(secret, await _admin.ReadAsync(path, Ct), StringComparison.Ordinal);

        var seen = Hidden(await _admin.ReadAsync(path, Ct), "Seen");
        var rotated = await _admin.PostAsync($"{path}?handler=rotate", path, Ct, ("Seen", seen));
        var page = await rotated.Content.ReadAsStringAsync(Ct);
        var changed = WebUtility.HtmlDecode(Secret().Match(page).Value);

        Assert.Equal(HttpStatusCode.OK, rotated.StatusCode);
        Assert.StartsWith("whsec_", changed, StringComparison.Ordinal);
        Assert.NotEqual(secret, changed);
        Assert.DoesNotContain(changed, await _admin.ReadAsync(path, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync($"{path}?handler=rotate", path, Ct, ("Seen", seen))).StatusCode);
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_form_that_could_not_be_saved()
    {
        var answer = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Url", "no address"), ("Description", "Web shop"), ("Which", "some"), ("Events", "invoice.paid"));
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"no address\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Web shop\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"invoice.paid\" checked", page);
        Assert.Contains("id=\"Url-fault\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_event_is_in_the_log_with_its_body_and_can_be_sent_again()
    {
        await using var receiver = await HookReceiver.StartAsync();
        var (path, _) = await AddAsync(receiver.Url.AbsoluteUri);
        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync($"{path}?handler=test", path, Ct)).StatusCode);
        var told = Assert.Single(await receiver.WaitAsync(1, Ct));

        var delivery = Delivery().Match(await _admin.ReadAsync(path, Ct)).Value;
        var page = await _admin.ReadAsync(delivery, Ct);
        Assert.Contains(told.Id, page, StringComparison.Ordinal);
        Assert.Contains(told.Body, WebUtility.HtmlDecode(page), StringComparison.Ordinal);

        // The mark may come a moment after the answer.
        for (var i = 0; i < 500 && !(await _admin.ReadAsync(delivery, Ct)).Contains("Send again", StringComparison.Ordinal); i++)
        {
            await Task.Delay(20, Ct);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync(delivery, delivery, Ct)).StatusCode);
        Assert.Equal([told.Id, told.Id], (await receiver.WaitAsync(2, Ct)).Select(t => t.Id));
    }

    [Fact]
    public async Task It_is_paused_turned_on_changed_and_removed()
    {
        var (path, _) = await AddAsync("http://127.0.0.1:9/hook");
        await _admin.PostAsync($"{path}?handler=pause", path, Ct);
        Assert.Contains(">Paused<", await _admin.ReadAsync(path, Ct), StringComparison.Ordinal);
        await _admin.PostAsync($"{path}?handler=resume", path, Ct);
        Assert.Contains(">On<", await _admin.ReadAsync(path, Ct), StringComparison.Ordinal);

        var edit = await _admin.ReadAsync($"{path}/edit", Ct);
        var saved = await _admin.PostAsync($"{path}/edit", $"{path}/edit", Ct, ("Seen", Hidden(edit, "Seen")), ("Url", "http://127.0.0.1:9/other"), ("Which", "some"), ("Events", "invoice.paid"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var late = await _admin.PostAsync($"{path}/edit", $"{path}/edit", Ct, ("Seen", Hidden(edit, "Seen")), ("Url", "http://127.0.0.1:9/third"), ("Which", "all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("A colleague has saved this meanwhile", await late.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync($"{path}/remove", $"{path}/remove", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync(path, Ct)).StatusCode);
        Assert.Contains("Let your systems know", await _admin.ReadAsync(Root, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_send_again_from_must_be_a_day()
    {
        var (path, _) = await AddAsync("http://127.0.0.1:9/hook");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _admin.PostAsync($"{path}?handler=replay", path, Ct, ("Since", "yesterday"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync($"{path}?handler=replay", path, Ct, ("Since", "2026-11-01"))).StatusCode);
    }

    [Fact]
    public async Task Page_numbers_that_are_none_are_the_first_page() =>
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await _admin.GetAsync($"{(await AddAsync("http://127.0.0.1:9/hook")).Path}?before=x&show=y", Ct)).StatusCode);

    private async Task<(string Path, string Secret)> AddAsync(string url)
    {
        var form = await _admin.ReadAsync($"{Root}/new", Ct);
        var answer = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Id", Hidden(form, "Id")), ("Url", url), ("Which", "all"));
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ($"{Root}/{Hidden(form, "Id")}", WebUtility.HtmlDecode(Secret().Match(page).Value));
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("whsec_[^\"]+")]
    private static partial Regex Secret();

    [GeneratedRegex("/merchant/[^\"]+/deliveries/whd_[0-9a-f]{32}")]
    private static partial Regex Delivery();
}
