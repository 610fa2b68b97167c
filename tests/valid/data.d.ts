// The types of the data that pages and files contain for other programs.

import type { ClaimReview, NewsArticle, WithContext } from "schema-dts";

type Address = `https://${string}`;
type Day = `${number}-${number}-${number}`;

/** The schema.org description of a news article, with the fields that search engines show. */
export type Described = WithContext<NewsArticle> & {
  "@type": "NewsArticle";
  headline: string;
  description: string;
  inLanguage: string;
  image: Address;
  datePublished: Day;
  dateModified: Day;
  author: object;
  publisher: object;
  mainEntityOfPage: Address;
};

/** The schema.org description of a checked statement, with the fields that search engines need. */
export type Reviewed = WithContext<ClaimReview> & {
  "@type": "ClaimReview";
  url: Address;
  claimReviewed: string;
  author: object;
  itemReviewed: { "@type": "Claim"; author: object };
  reviewRating: { "@type": "Rating"; alternateName: string };
};

/** An oEmbed answer of the type `rich` (https://oembed.com), with its required and optional fields. */
export interface Embedded {
  type: "rich";
  version: "1.0";
  html: string;
  width: number;
  height: number;
  title?: string;
  author_name?: string;
  author_url?: Address;
  provider_name?: string;
  provider_url?: Address;
  cache_age?: number;
  thumbnail_url?: Address;
  thumbnail_width?: number;
  thumbnail_height?: number;
}
