using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PayPage.Unit.Domain;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>Pictures that are uploaded as browsers and others do it, over real HTTP.</summary>
public sealed class LogoUploadTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Look => $"/merchant/{office.Merchant}/settings/look";

    public static TheoryData<string, byte[], string> Disguised => LogoFileTests.Disguised;

    [Theory]
    [MemberData(nameof(Disguised))]
    public async Task Whatever_is_disguised_as_a_picture_is_refused_with_words(string what, byte[] file, string word)
    {
        var before = await LogoAsync();

        var answer = await UploadAsync(file, "logo.png", "image/png");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{what}: {(int)answer.StatusCode}");
        Assert.Contains("id=\"Logo-fault\"", page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Equal(before, await LogoAsync());
    }

    [Theory]
    [InlineData("logo.svg", "image/svg+xml")]
    [InlineData("../../../wwwroot/js/pay.js", "text/javascript")]
    [InlineData("a\u202Egpj.exe", "text/html")]
    [InlineData("con.png:$DATA", "multipart/form-data")]
    [InlineData("x", "")]
    public async Task A_files_name_and_type_are_somebodys_word_and_count_for_nothing(string name, string type)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(Pictures.TalkativePng(), name, type)).StatusCode);

        using var browser = office.Site.Browser();
        var served = await browser.GetAsync(new Uri($"/logo/{await LogoAsync()}", UriKind.Relative), Ct);
        Assert.Equal("image/png", served.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Pictures.Png(), await served.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_photo_from_a_telephone_is_too_large_and_that_is_said()
    {
        byte[] photo = [.. Pictures.Jpeg(), .. new byte[5 * 1024 * 1024]];

        var answer = await UploadAsync(photo, "IMG_2041.jpg", "image/jpeg");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This file has 5120 kB", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_may_hold_is_too_large_and_not_too_old()
    {
        var answer = await UploadAsync(new byte[25 * 1024 * 1024], "film.mp4", "video/mp4");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("This is too large", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_removed_and_a_new_one_counts_more_than_that()
    {
        await UploadAsync(Pictures.Png(), "logo.png", "image/png");
        var answer = await UploadAsync(Pictures.Jpeg(), "logo.jpg", "image/jpeg", ("RemovesLogo", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.NotNull(await LogoAsync());

        await UploadAsync(null, "", "", ("RemovesLogo", "true"));
        Assert.Null(await LogoAsync());
    }

    private async Task<string?> LogoAsync()
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Merchants.Where(m => m.Id == office.Merchant).Select(m => m.Logo).SingleAsync(Ct);
    }

    /// <param name="file">Null: nothing was chosen.</param>
    private async Task<HttpResponseMessage> UploadAsync(byte[]? file, string name, string type, params (string Name, string Value)[] changed)
    {
        var page = await office.Admin.ReadAsync(Look, Ct);
        var form = page[page.IndexOf("id=\"settings\"", StringComparison.Ordinal)..];
        using var body = new MultipartFormDataContent();

        foreach (var (field, value) in FormFields.Of(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Concat(changed))
        {
            body.Add(new StringContent(value), field);
        }

        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Logo", FileName = $"\"{Uri.EscapeDataString(name)}\"" };
            body.Add(content);
        }

        return await office.Admin.UploadAsync(Look, body, Ct);
    }
}
