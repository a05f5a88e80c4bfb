using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.SignIn.Codes;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>A person's authenticator app: offered, confirmed by its first code, taken away; and the recovery codes that go with it.</summary>
internal sealed class OwnAuthenticator(
    SecondFactorRows rows, PasswordGate gate, AccountChange account, OfficeSignInManager signIn, RandomBytes random, ISiteAddresses site, TimeProvider clock)
{
    private const int GroupLength = 4;

    /// <summary>A key to put into an app. Nothing is written: the form carries it, sealed, until the app has proven that it has it.</summary>
    /// <param name="kept">From the form, where it is shown once more; null: a new key.</param>
    public Offer Propose(Person me, string? kept = null)
    {
        var key = rows.Unseal(me.Id.Value, kept) ?? random(TimeCode.KeyLength);
        var letters = Base32.Encode(key);
        var label = Uri.EscapeDataString($"PayPage {site.Host}");

        return new Offer(
            rows.Seal(me.Id.Value, key),
            string.Join(' ', letters.Chunk(GroupLength).Select(group => new string(group))),
            new Uri($"otpauth://totp/{label}:{Uri.EscapeDataString(me.Email)}?secret={letters}&issuer={label}&digits={TimeCode.Digits}"));
    }

    /// <param name="kept">From the form that showed the key.</param>
    /// <returns>The recovery codes, this once; or what is wrong, by field: <c>Code</c>, <c>Current</c>.</returns>
    public async Task<Outcome> ConfirmAsync(Person me, string? kept, string? code, string? password, CancellationToken ct)
    {
        if (rows.Unseal(me.Id.Value, kept) is not { } key)
        {
            return new Outcome.Faulty("Code", "The key on this page was too old. Scan the new one.");
        }

        if (TimeCode.Check(key, code ?? "", clock.GetUtcNow(), after: null) is not { } step)
        {
            return new Outcome.Faulty("Code", "This is not the code that the app should show now. Check that the telephone's clock is right, and type the next one.");
        }

        if (await gate.ObjectionAsync(me.Id, password, ct) is { } objection)
        {
            return new Outcome.Faulty("Current", objection);
        }

        var codes = RecoveryCodes.New(random);
        return await ChangeAsync(me, hasApp: true, _ => new SecondFactor(key, step, codes.Kept), ct) ? new Outcome.Done(codes.Shown) : new Outcome.Faulty("Code", "Nothing was changed. Try again.");
    }

    /// <summary>Ten new recovery codes; those from before are worth nothing.</summary>
    public async Task<Outcome> RenewCodesAsync(Person me, string? password, CancellationToken ct)
    {
        if (await gate.ObjectionAsync(me.Id, password, ct) is { } objection)
        {
            return new Outcome.Faulty("Current", objection);
        }

        var codes = RecoveryCodes.New(random);
        return await ChangeAsync(me, hasApp: true, factor => factor.Key is null ? null : factor with { RecoveryCodes = codes.Kept }, ct)
            ? new Outcome.Done(codes.Shown)
            : new Outcome.Faulty("Current", "Set up an authenticator app first.");
    }

    /// <returns>Null when it was done; else what is wrong with the password.</returns>
    public async Task<string?> RemoveAsync(Person me, string? password, CancellationToken ct)
    {
        if (await gate.ObjectionAsync(me.Id, password, ct) is { } objection)
        {
            return objection;
        }

        await ChangeAsync(me, hasApp: false, _ => SecondFactor.None, ct);
        return null;
    }

    /// <param name="change">Returns null when nothing is to be changed after all.</param>
    private async Task<bool> ChangeAsync(Person me, bool hasApp, Func<SecondFactor, SecondFactor?> change, CancellationToken ct)
    {
        var changed = await account.RunAsync(
            me.Id, me.Session, OutboxKind.SecurityMail,
            async (unit, user, token) =>
            {
                if (change(await rows.ReadAsync(unit.Db, user.Id, token)) is not { } after)
                {
                    return false;
                }

                user.TwoFactorEnabled = hasApp;
                await rows.WriteAsync(unit, user.Id, after, token);
                return true;
            },
            ct);

        if (changed is not null)
        {
            await signIn.RefreshSignInAsync(changed);
        }

        return changed is not null;
    }

    /// <param name="Kept">Sealed, for the form.</param>
    /// <param name="Written">For typing, in groups of four letters.</param>
    /// <param name="Address">For a QR code: what apps read (Google's "Key URI Format").</param>
    internal sealed record Offer(string Kept, string Written, Uri Address);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Codes">Shown once.</param>
        internal sealed record Done(IReadOnlyList<string> Codes) : Outcome;

        internal sealed record Faulty(string Field, string Fault) : Outcome;
    }
}
