using PayPage.Unit.Support;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

public sealed class SealPreviewTests
{
    [Fact]
    public async Task What_stands_in_a_form_travels_in_an_address_and_is_read_by_its_own_merchant_only()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var seal = world.Get<SealPreview>();

        var text = seal.Form(PreviewRoom.Form, world.Caller);

        Assert.NotNull(text);
        Assert.Equal(PreviewRoom.Form, seal.OpenForm(text, world.Caller));
        Assert.Null(seal.OpenForm(text, other));
        Assert.IsType<SealPreview.Opened.Unknown>(seal.OpenShared(text));    // no merchant meant it for others
    }

    [Fact]
    public async Task A_shared_preview_works_for_an_hour()
    {
        await using var world = await World.CreateAsync();
        var seal = world.Get<SealPreview>();
        var wish = new PreviewWish { Kind = PreviewKind.Mail, State = PreviewState.PartPaid, Number = "INV-7", Language = "ar", IsDark = true, IsWide = true };

        var (token, until) = seal.Share(wish, world.Caller)!.Value;    // short enough for an address

        Assert.Equal(world.Clock.GetUtcNow().AddHours(1), until);
        world.Clock.Advance(TimeSpan.FromMinutes(59));
        var good = Assert.IsType<SealPreview.Opened.Good>(seal.OpenShared(token));
        Assert.Equal(world.Caller with { Actor = "preview" }, good.As);
        Assert.Equal(wish with { Fields = good.Wish.Fields }, good.Wish);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<SealPreview.Opened.Over>(seal.OpenShared(token));
    }

    [Fact]
    public async Task A_forged_or_cut_address_is_none()
    {
        await using var world = await World.CreateAsync();
        var seal = world.Get<SealPreview>();
        var (token, _) = seal.Share(new PreviewWish(), world.Caller)!.Value;    // short enough for an address

        Assert.All(
            (string[])["", "x", "This-is-a-preview-only", token[..^4], $"A{token[1..]}", $"{token}AAAA", $"{token[..40]}{(token[40] == 'A' ? 'B' : 'A')}{token[41..]}", "%00", new string('A', 8000)],
            forged => Assert.IsType<SealPreview.Opened.Unknown>(seal.OpenShared(forged)));
    }

    [Fact]
    public async Task The_longest_invoice_that_people_write_fits_and_what_does_not_is_refused()
    {
        await using var world = await World.CreateAsync();
        var seal = world.Get<SealPreview>();
        var words = string.Join(' ', Enumerable.Range(1, 400).Select(i => $"word{i * 7919 % 1000}"));
        var noise = Convert.ToBase64String(new Random(1).NextBytes(9_000));

        var lines = Enumerable.Range(0, 30).SelectMany(i => (KeyValuePair<string, string>[])
        [
            new($"Lines[{i}].Name", $"Arrangement number {i} with a name of some eighty letters, as catalogues have them ({i * 37})"),
            new($"Lines[{i}].Quantity", $"{i + 1}"), new($"Lines[{i}].UnitPrice", $"{i * 13}.{i:00}"),
        ]);

        Assert.NotNull(seal.Form(new Dictionary<string, string>([.. PreviewRoom.Form.Where(f => f.Key[0] != 'L'), .. lines, new("Description", words)]), world.Caller));
        Assert.Null(seal.Form(new Dictionary<string, string> { ["Description"] = noise }, world.Caller));
    }
}

file static class Bytes
{
    public static byte[] NextBytes(this Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
