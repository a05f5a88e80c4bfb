using PayPage.Domain.Delivery;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

/// <summary>How these tests ask for previews.</summary>
internal static class PreviewRoom
{
    public static readonly Dictionary<string, string> Form = new()
    {
        ["CustomerName"] = "Ines Vidal",
        ["CustomerEmail"] = "ines@example.com",
        ["CustomerPhone"] = "+31612345678",
        ["DueDate"] = "2026-12-24",
        ["Currency"] = "EUR",
        ["AllowsParts"] = "true",
        ["Lines[0].Name"] = "Wreath",
        ["Lines[0].Quantity"] = "3",
        ["Lines[0].UnitPrice"] = "19.99",
        ["Lines[29].Name"] = "Delivery",
        ["Lines[29].UnitPrice"] = "5",
    };

    public static TheoryData<PreviewState> States => [.. Enum.GetValues<PreviewState>()];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Preview?> FindAsync(this World world, PreviewWish wish) =>
        world.UseAsync<FindPreview, Preview?>(find => find.HandleAsync(wish, world.Caller, Ct));

    /// <returns>What its page shows.</returns>
    public static async Task<LinkState> StateAsync(this World world, PreviewWish wish) =>
        (await world.DrawAsync(wish, async (draw, preview) => (await draw.PageAsync(preview, Ct)).View)).State;

    public static Task<EmailMessage?> MailAsync(this World world, PreviewWish wish) =>
        world.DrawAsync(wish, (draw, preview) => Task.FromResult(draw.Mail(preview)));

    public static Task<EmailMessage?> ConfirmationAsync(this World world, PreviewWish wish) =>
        world.DrawAsync(wish, (draw, preview) => Task.FromResult(draw.Confirmation(preview)));

    public static Task<SmsMessage?> TextAsync(this World world, PreviewWish wish) =>
        world.DrawAsync(wish, (draw, preview) => Task.FromResult(draw.Text(preview)));

    public static Task<MailFile> PaperAsync(this World world, PreviewWish wish) =>
        world.DrawAsync(wish, (draw, preview) => Task.FromResult(draw.Paper(preview)));

    private static async Task<T> DrawAsync<T>(this World world, PreviewWish wish, Func<DrawPreview, Preview, Task<T>> use)
    {
        var preview = await world.FindAsync(wish);
        Assert.NotNull(preview?.Subject);
        return await world.UseAsync<DrawPreview, T>(draw => use(draw, preview));
    }
}
