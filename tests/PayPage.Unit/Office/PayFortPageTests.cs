using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Fort;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed class PayFortPageTests(OfficeFixture office) : IClassFixture<OfficeFixture>, IAsyncLifetime
{
    private MerchantId _merchant;

    private Colleague _admin = null!;    // set before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Here => $"/merchant/{_merchant}/settings/payfort";

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
    public async Task Phrases_are_shown_once_and_lie_sealed()
    {
        Assert.Null(await DoorAsync());
        var page = await (await _admin.PostAsync($"{Here}?handler=Make", Here, Ct)).Content.ReadAsStringAsync(Ct);
        var (request, response) = (ValueOf(page, "request"), ValueOf(page, "response"));
        var door = (await DoorAsync())!;
        var after = await _admin.ReadAsync(Here, Ct);

        Assert.Equal((24, 24, door.AccessCode), (request.Length, response.Length, ValueOf(page, "access")));
        Assert.Contains(door.AccessCode, after, StringComparison.Ordinal);
        Assert.DoesNotContain(request, after, StringComparison.Ordinal);
        Assert.DoesNotContain(response, after, StringComparison.Ordinal);
        Assert.DoesNotContain(request, System.Text.Encoding.Latin1.GetString(door.SealedPhrases), StringComparison.Ordinal);
        Assert.DoesNotContain(office.Site.Log, line => line.Contains(request, StringComparison.Ordinal) || line.Contains(response, StringComparison.Ordinal));

        // The same form again makes nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await _admin.PostAsync($"{Here}?handler=Make", Here, Ct)).StatusCode);
        Assert.Equal(door.SealedPhrases, (await DoorAsync())!.SealedPhrases);
    }

    [Fact]
    public async Task New_phrases_are_made_once_for_one_form()
    {
        await _admin.PostAsync($"{Here}?handler=Make", Here, Ct);
        var door = (await DoorAsync())!;
        var first = await _admin.PostAsync($"{Here}?handler=Renew", Here, Ct, ("Seen", $"{door.Version}"));
        var second = await _admin.PostAsync($"{Here}?handler=Renew", Here, Ct, ("Seen", $"{door.Version}"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.NotEqual(door.SealedPhrases, (await DoorAsync())!.SealedPhrases);
        Assert.Equal(door.AccessCode, (await DoorAsync())!.AccessCode);
    }

    [Fact]
    public async Task Addresses_are_judged_as_they_are_saved_and_what_was_typed_stays()
    {
        await _admin.PostAsync($"{Here}?handler=Make", Here, Ct);
        var answer = await SaveAsync(("DirectUrl", "ftp://shop.example.com/in"), ("NotificationUrl", "https://shop.example.com/later"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"DirectUrl-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ftp://shop.example.com/in\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://shop.example.com/later\"", page, StringComparison.Ordinal);
        Assert.Null((await DoorAsync())!.NotificationUrl);

        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(("DirectUrl", "https://shop.example.com/in"), ("Digest", "Sha512"), ("FeedbackIsJson", "true"))).StatusCode);
        var door = (await DoorAsync())!;
        Assert.Equal(("https://shop.example.com/in", FortDigest.Sha512, true, null), ($"{door.DirectUrl}", door.Digest, door.FeedbackIsJson, door.NotificationUrl));
    }

    [Fact]
    public async Task Two_who_save_meet()
    {
        await _admin.PostAsync($"{Here}?handler=Make", Here, Ct);
        var seen = $"{(await DoorAsync())!.Version}";
        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(("Seen", seen), ("DirectUrl", "https://one.example.com/"))).StatusCode);

        var second = await SaveAsync(("Seen", seen), ("DirectUrl", "https://two.example.com/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("A colleague has changed this door meanwhile", await second.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("https://one.example.com/", $"{(await DoorAsync())!.DirectUrl}");
    }

    [Fact]
    public async Task A_door_is_shut_and_opened()
    {
        await _admin.PostAsync($"{Here}?handler=Make", Here, Ct);
        await _admin.PostAsync($"{Here}?handler=Turn", Here, Ct, ("IsOpen", "false"));
        Assert.False((await DoorAsync())!.IsOpen);
        Assert.Contains("Open the door", await _admin.ReadAsync(Here, Ct), StringComparison.Ordinal);

        await _admin.PostAsync($"{Here}?handler=Turn", Here, Ct, ("IsOpen", "true"));
        Assert.True((await DoorAsync())!.IsOpen);
    }

    private async Task<HttpResponseMessage> SaveAsync(params (string Name, string Value)[] fields) =>
        await _admin.PostAsync(Here, Here, Ct, fields.Any(f => f.Name == "Seen") ? [.. fields, ("Digest", "Sha256")] : [.. fields, ("Seen", $"{(await DoorAsync())!.Version}"), ("Digest", "Sha256")]);

    private async Task<FortDoor?> DoorAsync()
    {
        await using var db = office.Site.OpenDatabase();
        return await db.FortDoors.AsNoTracking().SingleOrDefaultAsync(d => d.MerchantId == _merchant, Ct);
    }

    private static string ValueOf(string page, string id) => Regex.Match(page, $"id=\"{id}\" readonly value=\"([^\"]+)\"").Groups[1].Value;
}
