using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Previews;

namespace PayPage.UseCases.Previews;

/// <summary>Puts previews into addresses: what is not saved travels in them, and a colleague without an account gets one for an hour. Nothing is written down.</summary>
internal sealed class SealPreview(IPreviewSeal seal, TimeProvider clock)
{
    /// <summary>How long an address that was made for a colleague works.</summary>
    public static readonly TimeSpan SharedFor = TimeSpan.FromHours(1);

    // Servers take request lines of 8 kB; host, path and the rest of the query need some of them.
    private const int MostLetters = 7_000;

    private static readonly TimeSpan FormFor = TimeSpan.FromDays(1);

    private enum Purpose
    {
        Form,
        Share,
    }

    /// <summary>What stands in a form, for the addresses of the merchant's own previews.</summary>
    /// <returns>Null when there is too much of it for an address.</returns>
    public string? Form(IReadOnlyDictionary<string, string> fields, Caller caller) =>
        Sealed(Purpose.Form, new PreviewWish { Fields = fields }, caller, clock.GetUtcNow() + FormFor);

    /// <returns>Null for anything that <see cref="Form"/> did not make for this merchant, or too long ago.</returns>
    public IReadOnlyDictionary<string, string>? OpenForm(string text, Caller caller) =>
        seal.Open<Letter>(text) is { Purpose: Purpose.Form } letter && letter.Merchant == caller.MerchantId.Value && clock.GetUtcNow() < letter.Until
            ? letter.Wish.Fields
            : null;

    /// <returns>What stands in the colleague's address, and until when it works; null when it is too long.</returns>
    public (string Token, DateTimeOffset Until)? Share(PreviewWish wish, Caller caller)
    {
        var until = clock.GetUtcNow() + SharedFor;
        return Sealed(Purpose.Share, wish, caller, until) is { } token ? (token, until) : null;
    }

    public Opened OpenShared(string token) =>
        seal.Open<Letter>(token) is not { Purpose: Purpose.Share } letter ? new Opened.Unknown()
        : clock.GetUtcNow() >= letter.Until ? new Opened.Over()
        : new Opened.Good(letter.Wish, new Caller(new MerchantId(letter.Merchant), letter.Mode, "preview"), letter.Until);

    private string? Sealed(Purpose purpose, PreviewWish wish, Caller caller, DateTimeOffset until)
    {
        var text = seal.Seal(new Letter(purpose, caller.MerchantId.Value, caller.Mode, until, wish));
        return text.Length <= MostLetters ? text : null;
    }

    internal abstract record Opened
    {
        private Opened()
        {
        }

        /// <param name="As">Whose preview it is: what is read for it is bounded to him.</param>
        internal sealed record Good(PreviewWish Wish, Caller As, DateTimeOffset Until) : Opened;

        internal sealed record Over : Opened;

        /// <summary>Cut, changed or never made.</summary>
        internal sealed record Unknown : Opened;
    }

    private sealed record Letter(Purpose Purpose, Guid Merchant, Mode Mode, DateTimeOffset Until, PreviewWish Wish);
}
