using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed partial class KeyPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>, IAsyncLifetime
{
    private MerchantId _merchant;

    private Colleague _admin = null!;    // set before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => $"/merchant/{_merchant}/settings/keys";

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
    public async Task A_key_is_shown_once_works_at_once_and_ends_when_it_is_revoked()
    {
        var (answer, id) = await MakeAsync(("Name", "Web shop"), ("Scopes", "read"));
        var key = Key().Match(answer).Value;

        Assert.StartsWith("ppk_test_", key, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(key));
        var list = await _admin.ReadAsync(Root, Ct);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        Assert.Contains($"{key[..13]}…", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        Assert.Contains("Web shop", list, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"May\">read</td>", list, StringComparison.Ordinal);

        var revoke = $"{Root}/{id}/revoke";
        Assert.Contains("cannot be brought back", await _admin.ReadAsync(revoke, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync(revoke, revoke, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(key));
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync(revoke, Ct)).StatusCode);
        Assert.Contains("Revoked keys, the last first", await _admin.ReadAsync(Root, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_key()
    {
        var (_, id) = await MakeAsync(("Name", "Web shop"), ("Scopes", "read"));
        var again = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Id", id), ("Name", "Web shop"), ("Scopes", "read"));

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        await using var db = office.Site.OpenDatabase();
        Assert.Equal(1, await db.ApiKeys.CountAsync(k => k.MerchantId == _merchant, Ct));
    }

    [Fact]
    public async Task A_key_that_signs_shows_what_the_client_needs_and_lies_sealed()
    {
        var (answer, id) = await MakeAsync(("Name", "Old shop"), ("Scopes", "read"), ("Scopes", "write"), ("Kind", "signed"), ("Signer", "testrest"));
        var secret = WebUtility.HtmlDecode(Regex.Match(answer, "id=\"secret\" readonly value=\"([^\"]+)\"").Groups[1].Value);

        Assert.Contains("value=\"testrest\"", answer, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Guid.Parse(id[4..]):D}\"", answer, StringComparison.Ordinal);
        await using var db = office.Site.OpenDatabase();
        var key = await db.ApiKeys.SingleAsync(k => k.MerchantId == _merchant, Ct);
        Assert.Equal((ApiKeyKind.SharedSecret, "testrest", ApiScopes.Read | ApiScopes.Write, Mode.Test), (key.Kind, key.Signer, key.Scopes, key.Mode));
        Assert.Equal(Convert.FromBase64String(secret), office.Site.Services.GetRequiredService<IApiSecretVault>().Unseal(key.SealedSecret!));
        Assert.Equal(32, Convert.FromBase64String(secret).Length);
        Assert.Equal(-1, key.SealedSecret.AsSpan().IndexOf(Convert.FromBase64String(secret)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(secret));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_what_was_typed_stays()
    {
        var answer = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Name", " "), ("Mode", "live"), ("Kind", "signed"), ("Signer", "two words"));
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(["Name-fault", "Scopes-fault", "Mode-fault", "Signer-fault"], fault => Assert.Contains($"id=\"{fault}\"", page, StringComparison.Ordinal));
        Assert.Contains("value=\"two words\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"signed\" checked", page);
        await using var db = office.Site.OpenDatabase();
        Assert.Equal(0, await db.ApiKeys.CountAsync(k => k.MerchantId == _merchant, Ct));
    }

    [Fact]
    public async Task There_are_fifty_at_most_and_a_name_may_be_long_and_hostile()
    {
        await using (var db = office.Site.OpenDatabase())
        {
            var ids = office.Site.Services.GetRequiredService<IdSource>();
            db.ApiKeys.AddRange(Enumerable.Range(0, ApiKey.Most - 1).Select(i => new ApiKey
            {
                Id = ApiKeyId.New(ids),
                MerchantId = _merchant,
                Mode = Mode.Test,
                Name = $"<script>{i}",
                Hash = Secret.Hash($"{_merchant}{i}"),
                CreatedAt = DateTimeOffset.UtcNow,
            }));
            await db.SaveChangesAsync(Ct);
        }

        await MakeAsync(("Name", new string('x', 100)), ("Scopes", "read"));
        var answer = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Name", "One more"), ("Scopes", "read"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Revoke one first", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>0", await _admin.ReadAsync(Root, Ct), StringComparison.Ordinal);
    }

    private async Task<(string Page, string Id)> MakeAsync(params (string, string)[] fields)
    {
        var id = Regex.Match(await _admin.ReadAsync($"{Root}/new", Ct), "name=\"Id\" value=\"([^\"]*)\"").Groups[1].Value;
        var answer = await _admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, [("Id", id), .. fields]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Ct), id);
    }

    private async Task<HttpStatusCode> CallAsync(string key)
    {
        using var client = office.Site.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct)).StatusCode;
    }

    [GeneratedRegex("ppk_test_[A-Za-z0-9_-]{32}")]
    private static partial Regex Key();
}
